package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Clones of other repositories in the workspace of a job, and which commands run their code. */
public final class ClonedCode {

    /** Commands of Git that may leave another commit in their folder, or tell who signed it. */
    private static final Set<String> MOVES =
            Set.of("checkout", "switch", "reset", "fetch", "pull", "verify-commit", "verify-tag");

    /** By path, as seen from the workspace; empty where the own repository lies there, a commit, or code that was run. */
    private final Map<String, Optional<Clone>> clones = new HashMap<>();

    /** Where the script is, and where it was before. */
    private String folder = "";

    private String before = "";

    /** Whether a step checks out another repository by an action. */
    public static boolean isMadeBy(Step step) {
        return step.usesAction("actions/checkout") && Clone.of(step).isPresent();
    }

    /** Goes on to a script that begins in that folder, as it is written. */
    public void begin(String start) {
        go(WorkPath.within("", start));
    }

    /** Takes in what a step does by an action. */
    public void take(Step step) {
        if (step.usesAction("actions/checkout")) {
            String path = Clone.folder(step);
            if (path.isEmpty()) {
                clones.clear();
            }
            clones.put(path, Clone.of(step));
        }
    }

    /** Takes in a command, and answers the clone that is the first to run code of. */
    public Optional<Clone> take(ShellCommand command) {
        String name = command.name();
        if (name.equals("cd") || name.equals("pushd") || name.equals("popd")) {
            String to = name.equals("popd") ? "-" : command.operand(0);
            go(to.equals("-") ? before : WorkPath.within(folder, to));
            return Optional.empty();
        }
        Optional<Clone> made = Clone.of(command, folder);
        if (made.isPresent()) {
            clones.put(made.get().folder(), made);
            return Optional.empty();
        }
        // Most jobs clone nothing.
        if (clones.isEmpty()) {
            return Optional.empty();
        }
        if (name.equals("git")) {
            GitCommand git = GitCommand.of(command.arguments());
            if (MOVES.contains(git.verb()) && Clone.isFixedBy(git)) {
                clones.put(clone(WorkPath.within(folder, git.folder())), Optional.empty());
            }
            return Optional.empty();
        }
        Optional<String> path = CodeExecution.of(command, folder, this::isIn, this::isBelow);
        path = path.isPresent() ? path : CodeExecution.elsewhere(command);
        Optional<Clone> run = path.isPresent() ? at(path.get()) : Optional.empty();
        run.ifPresent(clone -> clones.put(clone.folder(), Optional.empty()));
        return run;
    }

    private void go(String to) {
        before = folder;
        folder = to;
    }

    /** The folder of the clone that a path lies in; the workspace where there is none. */
    private String clone(String path) {
        String at = path;
        while (!at.isEmpty() && !clones.containsKey(at)) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return at;
    }

    private Optional<Clone> at(String path) {
        return clones.getOrDefault(clone(path), Optional.empty());
    }

    private boolean isIn(String path) {
        return at(path).isPresent();
    }

    /** Whether a path leads into a folder, but for the workspace itself, that something was checked out into. */
    private boolean isBelow(String path) {
        return !clone(path).isEmpty();
    }
}
