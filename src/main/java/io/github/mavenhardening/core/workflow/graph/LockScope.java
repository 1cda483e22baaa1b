package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What GitHub's lock has to have under a workflow: what its own steps use, and those of the local actions behind them. A called
 * workflow has an entry of its own, or is of a repository with a lock of its own.
 *
 * @param references every {@code uses} of steps and jobs in them
 * @param isWhole whether these are all, for they are no more than are followed
 */
public record LockScope(List<UsesReference> references, boolean isWhole) {

    public LockScope {
        references = List.copyOf(references);
    }

    /** What the lock has to hold for a workflow. */
    public static LockScope of(Workflow workflow, Definitions definitions) {
        int limit = ReachLimit.of(definitions).workflows();
        Set<String> seen = new HashSet<>();
        List<UsesReference> references = new ArrayList<>();
        Deque<Definition> left = new ArrayDeque<>(List.of(workflow));
        while (!left.isEmpty()) {
            for (UsesReference reference : References.of(left.poll())) {
                if (references.size() == limit) {
                    return new LockScope(references, false);
                }
                references.add(reference);
                Optional<Definition> target = definitions.target(reference.uses());
                if (target.orElse(null) instanceof Action action && seen.add(action.path())) {
                    left.add(action);
                }
            }
        }
        return new LockScope(references, true);
    }

    /** The action that a reference leads to in another repository; empty where it leads to a workflow or elsewhere. */
    public static Optional<Uses.Repository> action(UsesReference reference) {
        return reference.repository().filter(uses -> !isWorkflow(uses));
    }

    /** Whether a reference leads to a workflow of another repository. */
    public static boolean isWorkflow(Uses.Repository uses) {
        return uses.path()
                .filter(path -> path.endsWith(".yml") || path.endsWith(".yaml"))
                .isPresent();
    }
}
