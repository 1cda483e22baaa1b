package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of the repository that a workflow leads to, and what they all name: what never runs included, for GitHub's lock
 * speaks of the text.
 *
 * @param paths the workflow's own, and those of the local actions and workflows behind it
 * @param references every {@code uses} in them
 * @param isWhole whether these are all, for they are no more than are followed
 */
public record LocalReach(Set<String> paths, List<UsesReference> references, boolean isWhole) {

    public LocalReach {
        paths = Set.copyOf(paths);
        references = List.copyOf(references);
    }

    /** What a workflow reaches; looked for once. */
    public static LocalReach of(Workflow workflow, Definitions definitions) {
        return definitions.known(LocalReach.class, workflow, () -> found(workflow, definitions));
    }

    private static LocalReach found(Workflow workflow, Definitions definitions) {
        int limit = ReachLimit.of(definitions).workflows();
        Set<String> paths = new LinkedHashSet<>(Set.of(workflow.path()));
        List<UsesReference> references = new ArrayList<>();
        Deque<Definition> left = new ArrayDeque<>(List.of(workflow));
        while (!left.isEmpty() && references.size() < limit) {
            Definition next = left.poll();
            List<UsesReference> own = definitions.known(UsesReference.class, next, () -> References.of(next));
            for (UsesReference reference : own) {
                if (references.size() == limit) {
                    return new LocalReach(paths, references, false);
                }
                references.add(reference);
                Optional<Definition> target = definitions.target(reference.uses());
                if (target.isPresent() && paths.add(target.get().path())) {
                    left.add(target.get());
                }
            }
        }
        return new LocalReach(paths, references, left.isEmpty());
    }
}
