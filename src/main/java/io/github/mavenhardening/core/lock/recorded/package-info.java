/**
 * Checksums that other tools recorded before there was a lock: Maven's own summary files, maven-lockfile's and Gradle's. They
 * tell a new lock which bytes the team used so far; they speak other algorithms than the lock, so they are compared with the
 * files rather than copied.
 */
package io.github.mavenhardening.core.lock.recorded;
