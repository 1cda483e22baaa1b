package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;
import java.util.regex.Pattern;

/** Workflows of other repositories that by their names ask who starts a run. What they do is not seen here. */
public final class GuardsElsewhere {

    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:.{0,200}[-_.])?(?:check-?runs?|check-?(?:user|actor|author|member|team|access)\\w{0,20}"
                    + "|permissions?|authori[sz]\\w{0,10}|approv\\w{0,10}|gate|guard|membership)(?:[-_.].{0,200})?");

    private GuardsElsewhere() {}

    /** The call of one that a job, or a job on its way, waits for; empty where there is none. */
    public static Optional<YamlScalar> before(Job job, CallPath way, Definitions definitions) {
        return Approvals.before(GuardsElsewhere.class, GuardsElsewhere::called, job, way, definitions);
    }

    /** Where a job is such a workflow, what it names. */
    private static Optional<YamlScalar> called(Job job) {
        if (job instanceof ReusableWorkflowCall call && call.uses().uses() instanceof Uses.Repository other) {
            String path = other.path().orElse("");
            String name = path.substring(path.lastIndexOf('/') + 1);
            return NAME.matcher(name).matches() ? Optional.of(call.uses().scalar()) : Optional.empty();
        }
        return Optional.empty();
    }
}
