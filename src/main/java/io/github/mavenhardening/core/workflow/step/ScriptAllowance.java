package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.graph.ReachLimit;
import java.util.HashSet;
import java.util.Set;

/**
 * How much is followed of the scripts that the steps of one workflow lead to: a script costs its commands for each step that leads to
 * it, and once its length. Without that, many steps that lead to one large script would cost as much as both multiplied.
 */
final class ScriptAllowance {

    /** So many characters that are read count for one command. */
    private static final int CHARACTERS = 10;

    private final TaskFiles files;
    private final Set<Object> read = new HashSet<>();
    private long left;

    private ScriptAllowance(long left, TaskFiles files) {
        this.left = left;
        this.files = files;
    }

    /**
     * That of one workflow.
     *
     * @param files the files of tasks of the repository
     */
    static ScriptAllowance of(Definitions definitions, TaskFiles files) {
        return new ScriptAllowance(ReachLimit.of(definitions).commands(), files);
    }

    boolean isSpent() {
        return left <= 0;
    }

    /** Takes what a script or task costs to which a step leads. */
    void take(ScriptCall call, ScriptPart part) {
        left -= part.cost() + (part.isOfStep() ? part.length() / CHARACTERS : 0);
        once(call, part.length());
        if (call.runner().isPresent()) {
            once(TaskFiles.key(call), files.length(call));
        }
    }

    private void once(Object what, int characters) {
        left -= read.add(what) ? characters / CHARACTERS : 0;
    }
}
