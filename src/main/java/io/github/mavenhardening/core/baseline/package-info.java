/**
 * The baseline: which findings a repository had when it was written, in a file that is checked in, so that only new ones fail
 * the build.
 */
package io.github.mavenhardening.core.baseline;
