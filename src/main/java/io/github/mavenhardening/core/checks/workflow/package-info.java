/** The checks of workflows and actions, one class each. */
package io.github.mavenhardening.core.checks.workflow;
