/**
 * What only the forge knows: a snapshot of a repository's settings, checked in and reviewed, which the checks compare with the
 * files. Each value is known, or unknown for a reason.
 */
package io.github.mavenhardening.core.forge;
