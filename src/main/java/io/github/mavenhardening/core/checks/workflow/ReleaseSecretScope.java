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
import io.github.mavenhardening.core.workflow.DeploymentEnvironment;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.time.LocalDate;
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
        Optional<ForgeView> forge = ForgeView.of(this, in.run());
        if (forge.isEmpty()) {
            return;
        }
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.liveJobs()) {
                if (job instanceof NormalJob normal
                        && !Releases.of(normal, workflow, definitions, in.run().repository())
                                .isEmpty()) {
                    look(normal, workflow, forge.get(), in.in(workflow).in(job));
                }
            }
        }
    }

    private void look(NormalJob job, Workflow workflow, ForgeView forge, WorkflowContext in) {
        Optional<String> name =
                job.environment().flatMap(DeploymentEnvironment::name).map(YamlScalar::value);
        if (name.isEmpty() || name.get().contains("${{")) {
            // Silent: other checks tell of jobs without an environment, and of one that an expression names.
            return;
        }
        Optional<SortedMap<String, LocalDate>> ofRepository =
                forge.value("'secrets'", forge.settings().secrets());
        Optional<SortedSet<String>> ofOrganisation =
                forge.value("'organisationSecrets'", forge.settings().organisationSecrets());
        Optional<Environments> environments = Environments.of(forge);
        for (SecretUse use : SecretUse.of(job, workflow, in.definitions())) {
            if (use.name().equals(SecretUse.ANY)) {
                forge.gap("which secrets the job '" + job.id().value() + "' in " + workflow.path()
                        + " reads is decided by an expression");
                continue;
            }
            boolean fromCaller = workflow.trigger("workflow_call")
                    .map(Trigger::secrets)
                    .flatMap(secrets -> secrets.get(use.name()))
                    .isPresent();
            boolean isShared = ofRepository.isPresent() && ofRepository.get().containsKey(use.name());
            boolean isOrganisations =
                    ofOrganisation.isPresent() && ofOrganisation.get().contains(use.name());
            if (!fromCaller && (isShared || isOrganisations)) {
                Location where = isShared ? forge.at("secrets", use.name()) : forge.at("organisationSecrets");
                report(job, use, name.get(), isShared, where, environments, in);
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
        Optional<Boolean> isOwn = environments.flatMap(known -> own(environment, use.name(), known));
        String owner = isShared ? "repository" : "organisation";
        boolean twice = isOwn.isPresent() && isOwn.get();
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

    /** Whether the environment has a secret of that name; empty where that is not known. */
    private static Optional<Boolean> own(String environment, String secret, Environments known) {
        Optional<String> ownName = known.name(environment);
        return ownName.isEmpty()
                ? Optional.of(false)
                : known.secrets(ownName.get()).map(secrets -> secrets.containsKey(secret));
    }
}
