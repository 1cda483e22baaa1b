package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Knows how a workflow gets to run: by events of its own, and by every workflow of the repository that calls it. */
public final class Callers {

    /** How deep reusable workflows may be nested; GitHub allows ten levels. */
    private static final int DEPTH_LIMIT = 10;
    /** Ways beyond these tell nothing new. */
    private static final int WAY_LIMIT = 64;

    private Callers() {}

    /** The ways to a workflow: itself where an event starts it or nothing that is known does, and each call. */
    public static List<Frame> of(Workflow workflow, Definitions definitions) {
        if (!workflow.runsOn("workflow_call")) {
            return List.of(Frame.of(workflow));
        }
        return definitions.known(Callers.class, workflow, () -> ways(workflow, definitions, 0));
    }

    private static List<Frame> ways(Workflow workflow, Definitions definitions, int depth) {
        List<Frame> ways = new ArrayList<>();
        if (!workflow.isReusableOnly()) {
            ways.add(Frame.of(workflow));
        }
        if (workflow.runsOn("workflow_call") && depth < DEPTH_LIMIT) {
            for (Workflow caller : definitions.workflows()) {
                caller.liveJobs().stream()
                        .filter(job -> calls(job, workflow))
                        .map(ReusableWorkflowCall.class::cast)
                        .forEach(call -> ways(caller, definitions, depth + 1).stream()
                                .filter(way -> ways.size() < WAY_LIMIT && !way.leadsThrough(workflow))
                                .forEach(way -> ways.add(called(workflow, way, call))));
            }
        }
        return ways.isEmpty() && depth == 0 ? List.of(Frame.of(workflow)) : List.copyOf(ways);
    }

    private static boolean calls(Job job, Workflow workflow) {
        if (!(job instanceof ReusableWorkflowCall call)) {
            return false;
        }
        Uses uses = call.uses().uses();
        if (uses instanceof Uses.Local local) {
            return local.path().equals("./" + workflow.path());
        }
        return uses instanceof Uses.SelfRepository self && self.path().equals(workflow.path());
    }

    private static Frame called(Workflow workflow, Frame caller, ReusableWorkflowCall call) {
        return new Frame(
                workflow,
                Optional.of(new Frame.Call(caller, Optional.of(call), call.condition(), call.uses(), call.with())));
    }
}
