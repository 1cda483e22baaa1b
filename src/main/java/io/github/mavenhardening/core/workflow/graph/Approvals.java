package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Deployment environments that may hold a job back until somebody approves. */
public final class Approvals {

    private Approvals() {}

    /** Such an environment of a job, of one that it waits for, or of one that a job on its way waits for; empty where there is none. */
    public static Optional<YamlScalar> before(Job job, CallPath way, Definitions definitions) {
        return before(Approvals.class, Approvals::environment, job, way, definitions);
    }

    /**
     * The same of what else holds jobs back.
     *
     * @param kind the class that knows it
     * @param holding what of a job does, where something does
     */
    static Optional<YamlScalar> before(
            Class<?> kind,
            Function<Job, Optional<YamlScalar>> holding,
            Job job,
            CallPath way,
            Definitions definitions) {
        Optional<YamlScalar> found = way.definition() instanceof Workflow own
                ? before(kind, holding, job, own, definitions)
                : Optional.empty();
        for (CallPath.Call call : way.calls()) {
            if (found.isEmpty() && call.job().isPresent() && call.caller().definition() instanceof Workflow caller) {
                found = before(kind, holding, call.job().get(), caller, definitions);
            }
        }
        return found;
    }

    private static Optional<YamlScalar> before(
            Class<?> kind,
            Function<Job, Optional<YamlScalar>> holding,
            Job job,
            Workflow workflow,
            Definitions definitions) {
        Map<String, YamlScalar> held = definitions.known(kind, workflow, () -> behind(workflow, holding));
        return Optional.ofNullable(held.get(key(job.id())));
    }

    private static Optional<YamlScalar> environment(Job job) {
        return job instanceof NormalJob normal && normal.environment().isPresent()
                ? normal.environment().get().name()
                : Optional.empty();
    }

    /** The jobs of a workflow that something holds back, and those that wait for them, by their ids, with what does. */
    private static Map<String, YamlScalar> behind(Workflow workflow, Function<Job, Optional<YamlScalar>> holding) {
        Map<String, YamlScalar> held = new HashMap<>();
        Map<String, List<String>> users = new HashMap<>();
        Deque<String> left = new ArrayDeque<>();
        for (Job job : workflow.liveJobs()) {
            for (YamlScalar need : job.needs()) {
                users.putIfAbsent(key(need), new ArrayList<>());
                users.get(key(need)).add(key(job.id()));
            }
            Optional<YamlScalar> by = holding.apply(job);
            if (by.isPresent()) {
                held.put(key(job.id()), by.get());
                left.add(key(job.id()));
            }
        }
        while (!left.isEmpty()) {
            String id = left.remove();
            for (String user : users.getOrDefault(id, List.of())) {
                if (held.putIfAbsent(user, held.get(id)) == null) {
                    left.add(user);
                }
            }
        }
        return held;
    }

    private static String key(YamlScalar id) {
        return id.value().toLowerCase(Locale.ROOT);
    }
}
