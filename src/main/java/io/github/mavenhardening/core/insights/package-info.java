/** The OpenSSF Security Insights file: found, read and located, versions 1.0.0 to 2.2.0. */
package io.github.mavenhardening.core.insights;
