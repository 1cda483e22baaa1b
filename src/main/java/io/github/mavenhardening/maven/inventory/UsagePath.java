package io.github.mavenhardening.maven.inventory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The usage path of an artifact, why the build uses it: a path of steps that starts at a project. Linked towards the start,
 * so that a graph's many paths share their beginnings.
 */
final class UsagePath {

    /** The path without a step. */
    static final UsagePath NONE = new UsagePath("", null);

    private final String step;
    private final UsagePath parent;

    private UsagePath(String step, UsagePath parent) {
        this.step = step;
        this.parent = parent;
    }

    /** A path of one step, {@code groupId:artifactId:version} or a word such as {@code .mvn/extensions.xml}. */
    static UsagePath of(String step) {
        return NONE.then(step);
    }

    UsagePath then(String next) {
        return new UsagePath(next, this);
    }

    /** The steps from the start. */
    List<String> path() {
        Deque<String> steps = new ArrayDeque<>();
        for (UsagePath reason = this; reason != NONE; reason = reason.parent) {
            steps.addFirst(reason.step);
        }
        return List.copyOf(steps);
    }
}
