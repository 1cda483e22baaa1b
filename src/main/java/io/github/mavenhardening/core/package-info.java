/** The tool without Maven. */
package io.github.mavenhardening.core;
