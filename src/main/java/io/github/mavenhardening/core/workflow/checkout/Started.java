package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.Callers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A workflow as started by events of one kind.
 *
 * @param way the way
 * @param triggers those of the events that start a run which gets there by it; never empty
 */
public record Started(CallPath way, List<Trigger> triggers) {

    public Started {
        triggers = List.copyOf(triggers);
    }

    /**
     * The ways that no condition keeps outsiders' code out of. A way is left out if all that it brings came by others before it,
     * and it gives nothing as an input: where it could start a job, one of those does.
     *
     * @param check who asks, always with the same events
     */
    public static List<Started> by(Set<String> events, Workflow workflow, Class<?> check, Definitions definitions) {
        return definitions.known(check, workflow, () -> found(events, workflow, definitions));
    }

    private static List<Started> found(Set<String> events, Workflow workflow, Definitions definitions) {
        List<Started> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CallPath way : Callers.of(workflow, definitions)) {
            List<Trigger> triggers = new ArrayList<>();
            boolean fresh = false;
            for (Trigger trigger : way.triggers()) {
                if (events.contains(trigger.event().value())) {
                    triggers.add(trigger);
                    fresh |= !seen.contains(trigger.event().value());
                }
            }
            boolean gives = way.call().isPresent() && !way.call().get().with().isEmpty();
            if ((fresh || (gives && !triggers.isEmpty()))
                    && way.calls().stream().noneMatch(call -> Guard.keepsOwn(call.condition()))) {
                triggers.forEach(trigger -> seen.add(trigger.event().value()));
                found.add(new Started(way, triggers));
            }
        }
        return List.copyOf(found);
    }
}
