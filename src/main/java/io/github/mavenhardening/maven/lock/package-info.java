/** Makes the lock: what is to be written, what is refused, and what the network is asked of it when the user wishes. */
package io.github.mavenhardening.maven.lock;
