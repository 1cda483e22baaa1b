package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The workflows whose runs a {@code workflow_run} follows, by their names. */
public final class FollowedWorkflows {

    private FollowedWorkflows() {}

    /** Whether one of them runs on pull requests, or is not known. */
    public static boolean mayRunOnPullRequests(Trigger trigger, Definitions definitions) {
        return mayRunOn(FollowedWorkflows.class, trigger, definitions, event -> event.startsWith("pull_request"));
    }

    /**
     * Whether one of them runs on an event, or is not known.
     *
     * @param asking who asks, always for the same events
     */
    public static boolean mayRunOn(Class<?> asking, Trigger trigger, Definitions definitions, Predicate<String> event) {
        return definitions.known(asking, trigger, () -> mayRunOn(trigger.filter("workflows"), definitions, event));
    }

    private static boolean mayRunOn(List<YamlScalar> names, Definitions definitions, Predicate<String> event) {
        if (names.isEmpty()) {
            return true;
        }
        Map<String, Set<String>> byName =
                definitions.known(FollowedWorkflows.class, definitions, () -> eventsByName(definitions.workflows()));
        for (YamlScalar name : names) {
            Set<String> events = byName.get(name.value());
            if (events == null || events.stream().anyMatch(event)) {
                return true;
            }
        }
        return false;
    }

    /** By name, the events that workflows of that name run on. */
    private static Map<String, Set<String>> eventsByName(List<Workflow> workflows) {
        Map<String, Set<String>> byName = new HashMap<>();
        for (Workflow workflow : workflows) {
            Set<String> events = byName.computeIfAbsent(
                    workflow.name().map(YamlScalar::value).orElse(workflow.path()), name -> new HashSet<>());
            for (Trigger trigger : workflow.triggers()) {
                events.add(trigger.event().value());
            }
        }
        return byName;
    }
}
