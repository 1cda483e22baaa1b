/** Shell scripts, read without running anything: their commands, what they publish, and what they write for later steps. */
package io.github.mavenhardening.core.shell;
