package io.github.mavenhardening.maven.inventory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Why the build uses something: a path of steps that starts at a project. Linked towards the start,
 * so that a graph's many paths share their beginnings.
 */
final class Reason {

    /** The path without a step. */
    static final Reason NONE = new Reason("", null);

    private final String step;
    private final Reason parent;

    private Reason(String step, Reason parent) {
        this.step = step;
        this.parent = parent;
    }

    /** A path of one step, {@code groupId:artifactId:version} or a word such as {@code .mvn/extensions.xml}. */
    static Reason of(String step) {
        return NONE.then(step);
    }

    Reason then(String next) {
        return new Reason(next, this);
    }

    /** The steps from the start. */
    List<String> path() {
        Deque<String> steps = new ArrayDeque<>();
        for (Reason reason = this; reason != NONE; reason = reason.parent) {
            steps.addFirst(reason.step);
        }
        return List.copyOf(steps);
    }
}
