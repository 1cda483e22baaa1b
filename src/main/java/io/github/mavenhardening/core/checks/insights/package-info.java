/** The checks of the Security Insights file, one class each. */
package io.github.mavenhardening.core.checks.insights;
