package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.ActionsLock;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pins in GitHub's lock of workflow dependencies, in workflows and in the local actions that they use. */
public final class LockedPins {

    private LockedPins() {}

    /**
     * Whether a reference is pinned wherever it runs: under the workflow that it stands in or, in a local action, under each
     * workflow that leads to that. What no workflow leads to is not pinned by a lock.
     */
    public static boolean has(Uses.Repository uses, Definition where, Definitions definitions) {
        if (definitions.lock().isEmpty()) {
            return false;
        }
        ActionsLock lock = definitions.lock().get();
        if (where instanceof Workflow) {
            return lock.pins(where.path(), uses);
        }
        Ways ways = definitions.known(LockedPins.class, definitions, () -> ways(definitions));
        List<String> to = ways.byPath().getOrDefault(where.path(), List.of());
        for (String way : to) {
            if (!lock.pins(way, uses)) {
                return false;
            }
        }
        return !to.isEmpty() && ways.areWhole();
    }

    /**
     * The workflows that lead to each definition.
     *
     * @param byPath their paths by that of the definition
     * @param areWhole whether every workflow was followed to its end; what is behind is taken for not pinned otherwise
     */
    private record Ways(Map<String, List<String>> byPath, boolean areWhole) {}

    private static Ways ways(Definitions definitions) {
        Map<String, List<String>> byPath = new HashMap<>();
        boolean whole = true;
        for (Workflow workflow : definitions.workflows()) {
            LocalReach reach = LocalReach.of(workflow, definitions);
            whole &= reach.isWhole();
            for (String path : reach.paths()) {
                byPath.computeIfAbsent(path, any -> new ArrayList<>()).add(workflow.path());
            }
        }
        return new Ways(byPath, whole);
    }
}
