package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.workflow.ActionsLock;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.LocalReach;
import java.util.ArrayList;
import java.util.List;

/** Tells what GitHub's lock of workflow dependencies pins, in workflows and in the local actions that they use. */
final class LockedPins {

    private LockedPins() {}

    /**
     * Whether a reference is pinned wherever it runs: under the workflow that it stands in or, in a local action, under each workflow
     * that leads to that. What no workflow leads to is not pinned by a lock.
     */
    static boolean has(Uses.Repository uses, Definition where, Definitions definitions) {
        if (definitions.lock().isEmpty()) {
            return false;
        }
        ActionsLock lock = definitions.lock().get();
        if (where instanceof Workflow) {
            return lock.pins(where.path(), uses);
        }
        List<Workflow> ways = new ArrayList<>();
        for (Workflow workflow : definitions.workflows()) {
            if (LocalReach.of(workflow, definitions).paths().contains(where.path())) {
                ways.add(workflow);
            }
        }
        for (Workflow way : ways) {
            if (!lock.pins(way.path(), uses)) {
                return false;
            }
        }
        return !ways.isEmpty();
    }
}
