/** The checks that compare what a build used with the lock. */
package io.github.mavenhardening.core.checks.dependency;
