package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;

/**
 * A download that a script runs.
 *
 * @param path the script
 * @param start the step's command that leads there
 */
public record ScriptDownload(String path, ShellCommand start, ExecutedDownload executed) {}
