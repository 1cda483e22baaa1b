/** What POMs of a repository say as files, read without Maven: no inheritance, no interpolation. */
package io.github.mavenhardening.core.pom;
