/** The findings of checks: where they are, how severe, how certain, for which persona, and their fix. */
package io.github.mavenhardening.core.finding;
