package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The way from the commands of one step through the scripts of the project that they lead to. */
final class ScriptTrail {

    /** The most scripts that one step is followed through. */
    static final int FOLLOWED = 200;

    private final ReachedStep reached;
    private final ScriptCalls calls;
    private final BiFunction<ScriptCall, EnvironmentScope, ScriptPart> parts;
    private final Function<ScriptCall, Set<String>> functions;
    private final ScriptAllowance allowance;

    private final List<ShellCommand> commands = new ArrayList<>();
    private final Set<ScriptCall> seen = new HashSet<>();
    private final List<ScriptDownload> downloads = new ArrayList<>();
    /** By name, the functions of the scripts that were read in. */
    private final Map<String, ScriptCall> declared = new HashMap<>();

    private final Deque<ScriptCall> left = new ArrayDeque<>();
    private boolean isWhole = true;

    /**
     * A way that nobody has gone yet.
     *
     * @param parts what a script or task runs in an environment
     * @param functions the names of the functions that a script declares for what reads it in
     */
    ScriptTrail(
            ReachedStep reached,
            ScriptCalls calls,
            BiFunction<ScriptCall, EnvironmentScope, ScriptPart> parts,
            Function<ScriptCall, Set<String>> functions,
            ScriptAllowance allowance) {
        this.reached = reached;
        this.calls = calls;
        this.parts = parts;
        this.functions = functions;
        this.allowance = allowance;
    }

    /** Follows the step, which runs in a folder, to where it leads, as far as the allowance lets it. */
    FollowedStep follow(String folder) {
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
            ScriptPart part = parts.apply(call, reached.environment());
            allowance.take(call, part);
            functions.apply(call).forEach(name -> declared.put(name, call.function(name)));
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
