package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.checks.forge.Environments;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** Finds secrets of publishing jobs that other jobs get as well: those of the repository or of the organisation. */
@AutoService(Check.class)
@CheckInfo(
        id = "release-secret-scope",
        title = "A job publishes with a secret that is not its environment's alone",
        severity = Severity.HIGH,
        sources = {
            "https://docs.github.com/en/actions/concepts/security/secrets",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments#environment-secrets"
        })
public final class ReleaseSecretScope implements WorkflowCheck {

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Optional<ForgeView> forge = ForgeView.ofGitHub(this, in.run());
        if (forge.isEmpty()) {
            return;
        }
        List<Publishing> publishing = publishing(definitions, in);
        if (publishing.isEmpty()) {
            return;
        }
        Owners owners = new Owners(
                forge.get().value("'secrets'", forge.get().settings().secrets()),
                forge.get()
                        .value("'organisationSecrets'", forge.get().settings().organisationSecrets()),
                Environments.of(forge.get()));
        for (Publishing job : publishing) {
            look(job, owners, forge.get(), in.in(job.workflow()).in(job.job()));
        }
    }

    /** A job that publishes from an environment. */
    private record Publishing(NormalJob job, Workflow workflow, String environment) {}

    /** Whose secrets there are, as far as it is known. */
    private record Owners(
            Optional<SortedMap<String, LocalDate>> repository,
            Optional<SortedSet<String>> organisation,
            Optional<Environments> environments) {}

    private static List<Publishing> publishing(Definitions definitions, WorkflowContext in) {
        List<Publishing> jobs = new ArrayList<>();
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.liveJobs()) {
                if (!(job instanceof NormalJob normal) || normal.environment().isEmpty()) {
                    continue;
                }
                Optional<YamlScalar> name = normal.environment().get().name();
                // Silent: other checks tell of jobs without an environment, and of one that an expression names.
                if (name.isPresent()
                        && !name.get().value().contains("${{")
                        && !Releases.of(normal, workflow, definitions, in.run().repository())
                                .isEmpty()) {
                    jobs.add(new Publishing(normal, workflow, name.get().value()));
                }
            }
        }
        return jobs;
    }

    private void look(Publishing publishing, Owners owners, ForgeView forge, WorkflowContext in) {
        NormalJob job = publishing.job();
        Workflow workflow = publishing.workflow();
        Optional<Trigger> call = workflow.trigger("workflow_call");
        for (SecretUse use : SecretUse.of(job, workflow, in.definitions())) {
            if (use.name().equals(SecretUse.ANY)) {
                forge.gap("which secrets the job '" + job.id().value() + "' in " + workflow.path()
                        + " reads is decided by an expression");
                continue;
            }
            boolean fromCaller =
                    call.isPresent() && call.get().secrets().get(use.name()).isPresent();
            boolean isShared =
                    owners.repository().isPresent() && owners.repository().get().containsKey(use.name());
            boolean isOrganisations = owners.organisation().isPresent()
                    && owners.organisation().get().contains(use.name());
            if (!fromCaller && (isShared || isOrganisations)) {
                Location where = isShared ? forge.at("secrets", use.name()) : forge.at("organisationSecrets");
                report(job, use, publishing.environment(), isShared, where, owners.environments(), in);
            }
        }
    }

    private void report(
            NormalJob job,
            SecretUse use,
            String environment,
            boolean isShared,
            Location where,
            Optional<Environments> environments,
            WorkflowContext in) {
        String owner = isShared ? "repository" : "organisation";
        boolean twice = environments.isPresent()
                && environments.get().has(environment, use.name()).orElse(false);
        in.report(at(in.at(use.span()))
                .severity(twice ? Severity.LOW : Severity.HIGH)
                .related(where.labelled("a secret of the " + owner))
                .message(
                        twice
                                ? "The secret '" + use.name() + "' of the environment '" + environment
                                        + "' is a secret of the " + owner + ", too, which every job gets"
                                : "The job '" + job.id().value() + "' publishes with '" + use.name()
                                        + "', a secret of the "
                                        + owner + ", which jobs outside of the environment '" + environment
                                        + "' get as well")
                .remedy("Keep it as a secret of the environment, and delete the " + owner + "'s")
                .subject(job.id().value() + " " + use.name()));
    }
}
