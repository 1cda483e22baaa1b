package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.Callers;
import io.github.mavenhardening.core.workflow.graph.FollowedWorkflows;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The events that start jobs, of those that can bring outsiders' text. */
final class StartingEvents {

    private final Definitions definitions;
    private final IdentityHashMap<Workflow, Set<String>> started = new IdentityHashMap<>();

    StartingEvents(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Those of a job, by its condition. */
    OutsiderEvents of(Workflow workflow, Job job) {
        Set<String> names = started.get(workflow);
        if (names == null) {
            names = startedBy(workflow);
            started.put(workflow, names);
        }
        List<String> starting = new ArrayList<>();
        boolean areOwn = false;
        for (String name : names) {
            if (CallPath.mayHold(job.condition(), name)) {
                areOwn |= OutsiderEvents.isOwn(name);
                if (OutsiderEvents.isKnown(name)) {
                    starting.add(name);
                }
            }
        }
        return new OutsiderEvents(starting, areOwn);
    }

    /** The events that start a workflow, or one that calls it, of those that are known. */
    private Set<String> startedBy(Workflow workflow) {
        Set<String> names = new TreeSet<>();
        for (CallPath way : Callers.of(workflow, definitions)) {
            for (Trigger trigger : way.triggers()) {
                String name = trigger.event().value();
                // What follows runs that the repository itself sets off brings nothing of an outsider.
                boolean isOwn = name.equals("workflow_run")
                        && !FollowedWorkflows.mayRunOn(
                                StartingEvents.class, trigger, definitions, other -> !OutsiderEvents.isOwn(other));
                if (!isOwn && (OutsiderEvents.isKnown(name) || OutsiderEvents.isOwn(name))) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
