package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Jobs that do not run because one that they need does not, or fails. */
public final class SkippedJobs {

    /** What a condition asks when the job runs whatever became of those that it needs. */
    private static final Pattern WHATEVER = Pattern.compile("(?i)\\b(?:always|cancelled|failure)\\s{0,9}\\(");

    private SkippedJobs() {}

    /**
     * The ids of the jobs that need one that is stopped, or one that needs such a job, and so on.
     *
     * @param stopped whether a job is skipped or fails by itself
     */
    public static Set<String> after(Workflow workflow, Predicate<Job> stopped) {
        Map<String, List<String>> waiting = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (Job job : workflow.liveJobs()) {
            if (stopped.test(job)) {
                open.add(job.id().value());
            }
            if (!runsWhatever(job.condition())) {
                for (YamlScalar need : job.needs()) {
                    waiting.computeIfAbsent(need.value(), id -> new ArrayList<>())
                            .add(job.id().value());
                }
            }
        }
        Set<String> skipped = new HashSet<>();
        while (!open.isEmpty()) {
            for (String id : waiting.getOrDefault(open.remove(), List.of())) {
                if (skipped.add(id)) {
                    open.add(id);
                }
            }
        }
        return skipped;
    }

    /** Whether a job may run where the event starts its workflow: by its condition, and by those of the jobs that it needs. */
    public static boolean mayRun(Job job, Workflow workflow, String event, Definitions definitions) {
        if (!CallPath.mayHold(job.condition(), event)) {
            return false;
        }
        if (job.needs().isEmpty()) {
            return true;
        }
        Optional<Map<String, Set<String>>> known = definitions.known(SkippedJobs.class, workflow);
        Map<String, Set<String>> byEvent = known.isPresent()
                ? known.get()
                : definitions.keep(SkippedJobs.class, workflow, new ConcurrentHashMap<>());
        Set<String> skipped = byEvent.get(event);
        if (skipped == null) {
            skipped = after(workflow, other -> !CallPath.mayHold(other.condition(), event));
            byEvent.put(event, skipped);
        }
        return !skipped.contains(job.id().value());
    }

    /** Whether what has a condition runs whatever became of what stands before it. */
    public static boolean runsWhatever(Optional<Condition> condition) {
        return condition.isPresent()
                && WHATEVER.matcher(condition.get().scalar().value()).find();
    }
}
