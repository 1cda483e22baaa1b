package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.SecretNames;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.release.Releases;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The secrets with which the jobs of a repository publish from environments. */
final class GuardedSecrets {

    private GuardedSecrets() {}

    /** Where the first such job reads each, by its path in lower case: {@code secrets.name}. */
    static Map<String, Location> of(WorkflowContext in) {
        Definitions definitions = in.definitions();
        return definitions.known(GuardedSecrets.class, definitions, () -> found(definitions, in));
    }

    private static Map<String, Location> found(Definitions definitions, WorkflowContext in) {
        Map<String, Location> found = new HashMap<>();
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.liveJobs()) {
                if (job instanceof NormalJob normal
                        && job.environmentName().isPresent()
                        && !Releases.of(normal, workflow, definitions, in.run().repository())
                                .isEmpty()) {
                    for (SecretUse use : SecretUse.of(job, workflow, definitions)) {
                        if (SecretNames.isForRelease(use.name())) {
                            found.putIfAbsent(
                                    "secrets." + use.name().toLowerCase(Locale.ROOT),
                                    in.in(workflow).at(use.span()));
                        }
                    }
                }
            }
        }
        return Map.copyOf(found);
    }
}
