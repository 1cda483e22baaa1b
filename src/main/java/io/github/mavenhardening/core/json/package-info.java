/**
 * JSON as trees of Jackson's nodes, read and written with its streams. The object mapper is left out on purpose: making one
 * loads some 350 classes, which costs every build a fifth of a second.
 */
package io.github.mavenhardening.core.json;
