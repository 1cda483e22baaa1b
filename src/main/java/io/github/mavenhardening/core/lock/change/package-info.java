/**
 * What an update brings: the lock of a change's base against the lock of the checkout, artifact by artifact, with what a reviewer
 * wants to know of each, read from what is recorded and from the files that are on the disk. Nobody is asked.
 */
package io.github.mavenhardening.core.lock.change;
