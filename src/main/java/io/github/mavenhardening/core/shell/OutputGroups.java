package io.github.mavenhardening.core.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * The groups, loops and branches that a script is in, and whether they print what is not literal: their output can be redirected
 * as a whole.
 */
final class OutputGroups {

    /** What ends a group, by what begins it. */
    private static final Map<String, String> ENDS = Map.of(
            "{", "}", "(", ")", "if", "fi", "case", "esac", "for", "done", "select", "done", "while", "done", "until",
            "done");

    /** What is open, the innermost first. */
    private final Deque<Group> open = new ArrayDeque<>();

    private boolean closedPrints;

    private static final class Group {
        private final String end;
        private boolean prints;

        private Group(String end) {
            this.end = end;
        }
    }

    /** Notes that a group begins, where the word begins one. */
    void open(String word) {
        String end = ENDS.get(word);
        if (end != null) {
            open.push(new Group(end));
        }
    }

    /** Notes that a group ends, where the innermost one ends with the word; whether it did. */
    boolean close(String word) {
        // The bracket behind a pattern of case closes nothing.
        if (open.isEmpty() || !open.peek().end.equals(word)) {
            return false;
        }
        closedPrints = open.pop().prints;
        return true;
    }

    /** Whether the group that has just ended prints; asked for once. */
    boolean takeClosed() {
        boolean prints = closedPrints;
        closedPrints = false;
        return prints;
    }

    /** Notes that what is not literal was printed, to wherever the innermost group prints. */
    void print() {
        if (!open.isEmpty()) {
            open.peek().prints = true;
        }
    }
}
