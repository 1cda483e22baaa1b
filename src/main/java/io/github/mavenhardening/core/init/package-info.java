/** Files to begin with: what {@code hardening:init} writes where it is missing. */
package io.github.mavenhardening.core.init;
