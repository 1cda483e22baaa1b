/** Compares what a Maven build used with the lock, and makes the lock. */
package io.github.mavenhardening.maven.dependency;
