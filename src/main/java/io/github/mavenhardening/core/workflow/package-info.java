/**
 * Workflows and actions as GitHub knows them, every value with its place. Read leniently: what is odd becomes a
 * {@link io.github.mavenhardening.core.workflow.Problem} and never hides the rest.
 */
package io.github.mavenhardening.core.workflow;
