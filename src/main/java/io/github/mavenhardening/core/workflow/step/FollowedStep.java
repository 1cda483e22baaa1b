package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.List;
import java.util.Set;

/**
 * What was found behind a step, and what could not be followed.
 *
 * @param commands the step's own and what they lead to; none where they lead nowhere, for most do, and take much room
 * @param seen the scripts and tasks that it leads to
 */
record FollowedStep(
        List<ShellCommand> commands, Set<ScriptCall> seen, List<ScriptDownload> downloads, boolean isWhole) {

    static final FollowedStep NOWHERE = new FollowedStep(List.of(), Set.of(), List.of(), true);

    /** Nothing is followed, for others were followed too far. */
    static final FollowedStep CUT = new FollowedStep(List.of(), Set.of(), List.of(), false);
}
