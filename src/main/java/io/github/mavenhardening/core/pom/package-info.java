/** POMs and the other files of a build, read without Maven: no inheritance, no interpolation. */
package io.github.mavenhardening.core.pom;
