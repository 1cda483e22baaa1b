package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.Callers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A workflow as started by events of one kind.
 *
 * @param way the way
 * @param triggers those of the events that start a run which gets there by it; never empty
 */
public record StartedWorkflow(CallPath way, List<Trigger> triggers) {

    public StartedWorkflow {
        triggers = List.copyOf(triggers);
    }

    /**
     * The ways that no condition keeps outsiders' code out of. A way is left out if all that it brings came by others before it,
     * and it gives nothing as an input: where it could start a job, one of those does.
     *
     * @param check who asks, always with the same events
     */
    public static List<StartedWorkflow> by(
            Set<String> events, Workflow workflow, Class<?> check, Definitions definitions) {
        Optional<List<StartedWorkflow>> known = definitions.known(check, workflow);
        return known.isPresent()
                ? known.get()
                : definitions.keepLast(check, workflow, found(events, workflow, definitions));
    }

    private static List<StartedWorkflow> found(Set<String> events, Workflow workflow, Definitions definitions) {
        List<StartedWorkflow> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CallPath way : Callers.of(workflow, definitions)) {
            List<Trigger> triggers = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (Trigger trigger : way.triggers()) {
                if (events.contains(trigger.event().value())) {
                    triggers.add(trigger);
                    names.add(trigger.event().value());
                }
            }
            boolean gives = way.call().isPresent() && !way.call().get().with().isEmpty();
            boolean starts = !seen.containsAll(names) || (gives && !triggers.isEmpty());
            if (starts && !keepsOwn(way, definitions)) {
                seen.addAll(names);
                found.add(new StartedWorkflow(way, triggers));
            }
        }
        return List.copyOf(found);
    }

    private static boolean keepsOwn(CallPath way, Definitions definitions) {
        for (CallPath.Call call : way.calls()) {
            boolean byJob = call.job().isPresent()
                    && call.caller().definition() instanceof Workflow caller
                    && Guard.keepsOwn(call.job().get(), caller, definitions);
            if (byJob || Guard.keepsOwn(call.condition())) {
                return true;
            }
        }
        return false;
    }
}
