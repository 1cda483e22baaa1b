package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deployment environments that may hold a job back until somebody approves. */
public final class Approvals {

    private Approvals() {}

    /** Such an environment of a job, of one that it waits for, or of one that a job on its way waits for; empty where there is none. */
    public static Optional<YamlScalar> before(Job job, CallPath way) {
        Optional<YamlScalar> found = before(job, way.definition() instanceof Workflow own ? own.liveJobs() : List.of());
        for (CallPath.Call call : way.calls()) {
            if (found.isEmpty() && call.job().isPresent() && call.caller().definition() instanceof Workflow caller) {
                found = before(call.job().get(), caller.liveJobs());
            }
        }
        return found;
    }

    private static Optional<YamlScalar> before(Job job, List<Job> all) {
        Map<String, Job> jobs = new HashMap<>();
        for (Job each : all) {
            jobs.put(key(each.id()), each);
        }
        Deque<Job> left = new ArrayDeque<>(List.of(job));
        Set<String> seen = new HashSet<>();
        while (!left.isEmpty()) {
            Job next = left.remove();
            if (next instanceof NormalJob normal
                    && normal.environment().isPresent()
                    && normal.environment().get().name().isPresent()) {
                return normal.environment().get().name();
            }
            for (YamlScalar need : next.needs()) {
                Job needed = jobs.get(key(need));
                if (needed != null && seen.add(key(need))) {
                    left.add(needed);
                }
            }
        }
        return Optional.empty();
    }

    private static String key(YamlScalar id) {
        return id.value().toLowerCase(Locale.ROOT);
    }
}
