package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.checkout.Guard;
import io.github.mavenhardening.core.workflow.graph.Callers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The jobs that run only once something has refused outsiders without rights: a condition, or a job that they wait for. */
final class CheckedJobs {

    /** How deep GitHub lets workflows call each other. */
    private static final int CALL_LIMIT = 10;

    private final Definitions definitions;
    private final Map<Workflow, Map<String, Job>> byId;
    private final RefusingJobs refusing = new RefusingJobs();
    /** By the paths of workflows, whether only jobs call them that wait for one which refuses outsiders. */
    private final Map<String, Boolean> calledBehind = new HashMap<>();

    /** @param byId the jobs of workflows by their ids in lower case */
    CheckedJobs(Definitions definitions, Map<Workflow, Map<String, Job>> byId) {
        this.definitions = definitions;
        this.byId = byId;
    }

    /** Whether a job of a workflow is one of them. */
    boolean isBehind(Job job, Workflow workflow) {
        return refusing.before(job, byId.getOrDefault(workflow, Map.of()), events(workflow))
                || Guard.isAllowed(job, workflow)
                || isCalledBehind(workflow, 0);
    }

    private static List<String> events(Workflow workflow) {
        return workflow.triggers().stream()
                .map(trigger -> trigger.event().value())
                .toList();
    }

    /** Whether a workflow that outsiders start by calls alone is called by jobs alone that need one which refuses them. */
    private boolean isCalledBehind(Workflow workflow, int levels) {
        Boolean known = calledBehind.get(workflow.path());
        if (!workflow.runsOn("workflow_call")) {
            return false;
        }
        // Silent: GitHub starts no workflow that calls deeper.
        if (known != null || levels > CALL_LIMIT) {
            return known != null && known;
        }
        calledBehind.put(workflow.path(), false);
        List<Callers.Site> sites = Callers.sites(workflow, definitions);
        boolean found = !sites.isEmpty();
        for (Trigger trigger : workflow.triggers()) {
            found &= !OutsiderEvents.isKnown(trigger.event().value());
        }
        for (Callers.Site site : sites) {
            found = found
                    && (refusing.anywhereBefore(
                                    site.call(), byId.getOrDefault(site.caller(), Map.of()), events(site.caller()))
                            || isCalledBehind(site.caller(), levels + 1));
        }
        calledBehind.put(workflow.path(), found);
        return found;
    }
}
