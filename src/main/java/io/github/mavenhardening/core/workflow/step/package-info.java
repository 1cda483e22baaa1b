/** What steps do: the commands of their scripts, what they download and run, what can be injected into them, what they need. */
package io.github.mavenhardening.core.workflow.step;
