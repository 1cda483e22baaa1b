package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.SecretNames;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.release.Release;
import io.github.mavenhardening.core.workflow.release.Releases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The secrets with which the jobs of a repository publish from environments. */
final class GuardedSecrets {

    /** Actions that make ready for what later steps publish with. */
    private static final List<String> SIGNING_IN = List.of(
            "actions/create-github-app-token",
            "tibdex/github-app-token",
            "actions/setup-java",
            "actions/setup-node",
            "docker/login-action",
            "crazy-max/ghaction-import-gpg",
            "aws-actions/configure-aws-credentials",
            "azure/login",
            "google-github-actions/auth");

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
                if (job instanceof NormalJob normal && job.environmentName().isPresent()) {
                    List<Release> releases =
                            Releases.of(normal, workflow, definitions, in.run().repository());
                    for (SecretUse use : releases.isEmpty() ? List.<SecretUse>of() : uses(normal, workflow, releases)) {
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

    /** What the steps that publish read, and those that sign in before them; a job may have more to do than to publish. */
    private static List<SecretUse> uses(NormalJob job, Workflow workflow, List<Release> releases) {
        // Another step may say the same.
        Set<Object> publishing = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Release release : releases) {
            publishing.add(release.step().step());
            for (CallPath.Call call : release.step().frame().calls()) {
                publishing.add(call.uses());
            }
        }
        List<SecretUse> uses = new ArrayList<>(SecretUse.of(workflow.env()));
        uses.addAll(SecretUse.of(job.env()));
        for (Step step : job.liveSteps()) {
            boolean publishes = publishing.contains(step)
                    || (step.uses().isPresent()
                            && publishing.contains(step.uses().get().uses()));
            if (publishes || SIGNING_IN.stream().anyMatch(step::usesAction)) {
                uses.addAll(SecretUse.of(step));
            }
        }
        return uses;
    }
}
