/** What a check is, what it is given, and how checks are found: the SPI. */
package io.github.mavenhardening.core.check;
