/** The repository's files: found, listed and read once; and what else of the outside a check may know. */
package io.github.mavenhardening.core.source;
