package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The way from the commands of one step through the scripts of the project that they lead to. */
final class ScriptTrail {

    /** The most scripts that one step is followed through. */
    static final int FOLLOWED = 200;

    private final ReachedStep reached;
    private final ScriptCalls calls;
    private final ProjectScripts scripts;
    private final ScriptAllowance allowance;

    private final List<ShellCommand> commands = new ArrayList<>();
    private final Set<ScriptCall> seen = new HashSet<>();
    private final List<ScriptDownload> downloads = new ArrayList<>();
    /** By name, the functions of the scripts that were read in. */
    private final Map<String, ScriptCall> declared = new HashMap<>();

    private final Deque<ScriptCall> left = new ArrayDeque<>();
    private boolean isWhole = true;

    ScriptTrail(ReachedStep reached, ScriptCalls calls, ProjectScripts scripts, ScriptAllowance allowance) {
        this.reached = reached;
        this.calls = calls;
        this.scripts = scripts;
        this.allowance = allowance;
    }

    /** Follows the step to where it leads, as far as the allowance lets it. */
    FollowedStep follow() {
        String folder = ProjectScripts.folder(reached);
        String path = reached.frame().definition() instanceof Action action ? action.path() : "";
        for (ShellCommand command : reached.commands()) {
            commands.add(command);
            leadTo(command, folder, path);
            follow(command);
        }
        return seen.isEmpty()
                ? (isWhole ? FollowedStep.NOWHERE : FollowedStep.CUT)
                : new FollowedStep(List.copyOf(commands), seen, List.copyOf(downloads), isWhole);
    }

    /** Goes through what a command of the step leads to. */
    private void follow(ShellCommand start) {
        while (!left.isEmpty()) {
            ScriptCall call = left.poll();
            if (seen.contains(call)) {
                continue;
            }
            if (seen.size() >= FOLLOWED || allowance.isSpent()) {
                isWhole = false;
                left.clear();
                return;
            }
            seen.add(call);
            ScriptPart part = scripts.part(call, reached.environment());
            allowance.take(call, part);
            scripts.functions(call).forEach(name -> declared.put(name, call.function(name)));
            left.addAll(part.needs());
            for (ExecutedDownload executed : part.downloads()) {
                downloads.add(new ScriptDownload(call.path(), start, executed));
            }
            for (ShellCommand command : part.commands()) {
                commands.add(new ShellCommand(
                        command.words(), command.assignments(), start.pipeline(), start.from(), start.to()));
                leadTo(command, call.folder(), call.path());
            }
        }
    }

    /** Takes in the scripts, tasks and functions that a command names, be it as what another program runs. */
    private void leadTo(ShellCommand command, String folder, String path) {
        left.addAll(calls.of(command, folder, path));
        if (!declared.isEmpty()) {
            for (String word : command.words()) {
                ScriptCall function = declared.get(word);
                if (function != null) {
                    left.add(function);
                }
            }
        }
    }
}
