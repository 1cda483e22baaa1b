/** Which machines a job connects to, as far as its steps and the files of its repository tell. */
package io.github.mavenhardening.core.workflow.egress;
