/** Pins what a repository refers to by a name that can move: actions and workflows to commits, images to digests. */
package io.github.mavenhardening.core.pin;
