/** Text and files of outsiders, followed from where they come in to where they run: across steps, jobs, actions and workflows. */
package io.github.mavenhardening.core.workflow.flow;
