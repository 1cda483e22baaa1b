/**
 * The lock: which bytes the team has accepted, in the summary format of Maven Resolver's trusted
 * checksums, and the hashing that compares files with it.
 *
 * @see <a href="https://maven.apache.org/resolver/expected-checksums.html">Maven Resolver: expected checksums</a>
 */
package io.github.mavenhardening.core.lock;
