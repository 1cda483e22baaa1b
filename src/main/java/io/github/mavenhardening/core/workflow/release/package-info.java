/** What jobs put out, and what they build and test: told by their actions and by the commands of their scripts. */
package io.github.mavenhardening.core.workflow.release;
