/** XML with the place of every element, read without a parser that fetches, expands or grows: build files, nothing more. */
package io.github.mavenhardening.core.xml;
