/** Files that are written whole or not at all. */
package io.github.mavenhardening.core.file;
