/** Texts: words compared with words, lists of facts. */
package io.github.mavenhardening.core.text;
