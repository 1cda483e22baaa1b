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

    private final Set<Object> read = new HashSet<>();
    private long left;

    private ScriptAllowance(long left) {
        this.left = left;
    }

    /** That of one workflow. */
    static ScriptAllowance of(Definitions definitions) {
        return new ScriptAllowance(ReachLimit.of(definitions).commands());
    }

    boolean isSpent() {
        return left <= 0;
    }

    /** Takes what is read once, however often it is come to. */
    void read(Object what, long characters) {
        if (read.add(what)) {
            read(characters);
        }
    }

    /** Takes what is read each time. */
    void read(long characters) {
        left -= characters / CHARACTERS;
    }

    void take(long commands) {
        left -= commands;
    }
}
