/** What scripts write to the files by which steps set variables and the search path; read without running anything. */
package io.github.mavenhardening.core.workflow.script;
