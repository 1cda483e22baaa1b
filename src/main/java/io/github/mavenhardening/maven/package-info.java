/** The adapters to Maven: the only packages that know its types. */
package io.github.mavenhardening.maven;
