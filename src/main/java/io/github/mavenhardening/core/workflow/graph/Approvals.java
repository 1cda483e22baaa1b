package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Deployment environments that may hold a job back until somebody approves. */
public final class Approvals {

    private Approvals() {}

    /** Such an environment of a job, of one that it waits for, or of one that a job on its way waits for; empty where there is none. */
    public static Optional<YamlScalar> before(Job job, CallPath way, Definitions definitions) {
        return before(Approvals.class, Job::environmentName, job, way, definitions);
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
        Map<String, YamlScalar> held = definitions.known(kind, workflow, () -> workflow.passedOn(holding));
        return Optional.ofNullable(held.get(job.id().lower()));
    }
}
