/**
 * What plugins install past Maven: a Node.js that a build runs, a tool that it unpacks. The lock has it by folder and by system,
 * a line for each file, or for each sub-folder where there are too many files to list.
 */
package io.github.mavenhardening.core.lock.installed;
