/** Releases of jobs, and what they build and test: recognised by their actions and by the commands of their scripts. */
package io.github.mavenhardening.core.workflow.release;
