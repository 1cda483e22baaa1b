package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.DispatchingActions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** A repository's workflows, parted into those that call one another, or start one another by hand, directly or by others. */
public final class CalledParts {

    private final IdentityHashMap<Workflow, List<Workflow>> parts = new IdentityHashMap<>();

    private CalledParts(Definitions definitions) {
        Joined<Workflow> joined = new Joined<>();
        for (Workflow workflow : definitions.connectedWorkflows()) {
            for (Job job : workflow.liveJobs()) {
                if (job instanceof ReusableWorkflowCall call) {
                    Optional<Workflow> called = definitions.called(call);
                    if (called.isPresent()) {
                        joined.join(workflow, called.get());
                    }
                }
            }
        }
        joinSent(joined, definitions);
        // What some send is there then when the others ask for it.
        for (boolean areSending : List.of(true, false)) {
            for (Workflow workflow : definitions.connectedWorkflows()) {
                if (DispatchingActions.mayBeIn(workflow, definitions) == areSending) {
                    Workflow leader = joined.leader(workflow);
                    parts.putIfAbsent(leader, new ArrayList<>());
                    parts.get(leader).add(workflow);
                }
            }
        }
        for (Workflow workflow : definitions.connectedWorkflows()) {
            parts.put(workflow, parts.get(joined.leader(workflow)));
        }
    }

    /** Joins the workflows that may send something to others with those that wait for it. */
    private static void joinSent(Joined<Workflow> joined, Definitions definitions) {
        List<Workflow> linked = new ArrayList<>();
        boolean areSent = false;
        for (Workflow workflow : definitions.connectedWorkflows()) {
            boolean sends = DispatchingActions.mayBeIn(workflow, definitions);
            areSent |= sends;
            if (sends || workflow.runsOn("workflow_dispatch") || workflow.runsOn("repository_dispatch")) {
                linked.add(workflow);
            }
        }
        for (Workflow workflow : areSent ? linked : List.<Workflow>of()) {
            joined.join(linked.get(0), workflow);
        }
    }

    /**
     * The part that a workflow is of, those first that may send something to others, else in the definitions' order; the workflow alone
     * where it is not among them.
     */
    public static List<Workflow> with(Workflow workflow, Definitions definitions) {
        Optional<CalledParts> known = definitions.known(CalledParts.class, definitions);
        CalledParts parts = known.isPresent()
                ? known.get()
                : definitions.keep(CalledParts.class, definitions, new CalledParts(definitions));
        return parts.parts.getOrDefault(workflow, List.of(workflow));
    }
}
