/**
 * Finds out what a Maven build used: an offline replay of what Maven resolves for each project and
 * plugin, together with what a repository listener saw while the build ran.
 */
package io.github.mavenhardening.maven.inventory;
