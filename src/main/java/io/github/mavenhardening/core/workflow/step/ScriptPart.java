package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.List;

/**
 * What a script or task is.
 *
 * @param commands its distinct commands
 * @param needs the tasks of the same file that are run with it
 * @param downloads those that it runs
 * @param length its characters
 * @param isOfStep whether variables of a step are filled in, so that it is read for that step alone
 */
record ScriptPart(
        List<ShellCommand> commands,
        List<ScriptCall> needs,
        List<ExecutedDownload> downloads,
        int length,
        boolean isOfStep) {

    /** What it takes to follow it, in commands. */
    long cost() {
        long cost = 1L + commands.size() + downloads.size();
        for (ScriptCall need : needs) {
            cost += need.words().size();
        }
        return cost;
    }
}
