/** Whose code lies where in a job's workspace, and which commands run it. */
package io.github.mavenhardening.core.workflow.checkout;
