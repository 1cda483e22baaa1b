/**
 * The checks of workflows and actions, one class each. What every run executes is written in plain loops: in a JVM that has
 * just started, a lambda costs more to link than all the work of a check.
 */
package io.github.mavenhardening.core.checks.workflow;
