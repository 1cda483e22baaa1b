/** Secrets, followed from where a job is given them to where they are shown: printed, written to files, sent, or uploaded. */
package io.github.mavenhardening.core.workflow.secret;
