/** The checks of a repository's posture, one class each. */
package io.github.mavenhardening.core.checks.posture;
