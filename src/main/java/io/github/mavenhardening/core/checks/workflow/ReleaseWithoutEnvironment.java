package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.SecretNames;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.release.ChosenEnvironment;
import io.github.mavenhardening.core.workflow.release.ChosenEnvironment.Chooser;
import io.github.mavenhardening.core.workflow.release.Drafts;
import io.github.mavenhardening.core.workflow.release.OwnRegistry;
import io.github.mavenhardening.core.workflow.release.PrivateRegistry;
import io.github.mavenhardening.core.workflow.release.Release;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.workflow.release.ToolImages;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds jobs that publish with credentials that any branch's run gets, for no environment's rules stand before them. */
@AutoService(Check.class)
@CheckInfo(
        id = "release-without-environment",
        title = "A job publishes with credentials that no deployment environment protects",
        severity = Severity.HIGH,
        confidence = Confidence.MEDIUM,
        sources = {
            "https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments",
            "https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments",
            "https://docs.github.com/en/actions/concepts/security/openid-connect"
        })
public final class ReleaseWithoutEnvironment implements WorkflowCheck {

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        List<Release> releases =
                Releases.of(job, workflow, in.definitions(), in.run().repository());
        Optional<ChosenEnvironment> chosen = ChosenEnvironment.of(job, workflow, in.definitions());
        if (releases.isEmpty()) {
            outside(job, workflow, in);
            if (chosen.isPresent() && in.hasSecrets()) {
                in.report(chosen(job, "deploys with secrets", chosen.get(), in));
            }
            return;
        }
        Release release = shown(releases);
        Optional<String> credential = credential(workflow, releases, in);
        boolean guarded = job.environmentName().isPresent();
        if (!guarded && credential.isPresent()) {
            Finding.Builder found = unguarded(job, release, credential.get(), in);
            List<ReachedStep> steps = JobSteps.of(job, workflow, in.definitions());
            boolean isSmall = takesTestSecrets(job, workflow)
                    || ToolImages.areAll(releases)
                    || Drafts.areAll(releases, steps)
                    || PrivateRegistry.takesAll(releases, steps);
            if (!areAnySure(releases)) {
                found.confidence(Confidence.LOW);
            }
            in.report(isSmall ? found.severity(Severity.MEDIUM) : found);
        } else if (guarded) {
            if (chosen.isPresent()) {
                Finding.Builder found = chosen(job, "publishes ('" + release.text() + "')", chosen.get(), in);
                in.report(release.step().explain(found.related(release.place().labelled("publishes"))));
            }
            Optional<ContextPath> mixed = mixed(job, release);
            if (mixed.isPresent()) {
                in.report(mixed(job, release, mixed.get(), in));
            }
        }
    }

    /** Reports the secrets with which other jobs publish from an environment, and which this one gets without its rules. */
    private void outside(NormalJob job, Workflow workflow, WorkflowContext in) {
        // A called workflow takes its secrets from the caller.
        if (job.environmentName().isPresent() || workflow.runsOn("workflow_call")) {
            return;
        }
        Set<ContextPath> seen = new HashSet<>();
        for (YamlScalar scalar : YamlNodes.scalars(job.mapping())) {
            for (Fence fence : Fence.of(scalar)) {
                for (ContextPath path : fence.reads()) {
                    Location release =
                            path.readsSecret() ? GuardedSecrets.of(in).get(path.toString()) : null;
                    if (release != null && seen.add(path)) {
                        in.report(outside(job, fence, path, release, in));
                    }
                }
            }
        }
    }

    private Finding.Builder outside(
            NormalJob job, Fence fence, ContextPath secret, Location release, WorkflowContext in) {
        return at(in.at(fence.span()))
                .severity(Severity.MEDIUM)
                .related(release.labelled("publishes with it, in an environment"))
                .message("The job '" + job.id().value() + "' gets '" + secret
                        + "', with which another job publishes from an environment, without the rules of that")
                .remedy("Give the job a credential of its own, and keep that of the release in the environment alone")
                .subject(job.id().value() + " " + secret);
    }

    /** The release that a finding shows: the first of something that users install, before signatures and copies. */
    private static Release shown(List<Release> releases) {
        for (Release release : releases) {
            if (release.isSure() && release.kind().isInstalled()) {
                return release;
            }
        }
        return releases.get(0);
    }

    private static boolean areAnySure(List<Release> releases) {
        for (Release release : releases) {
            if (release.isSure()) {
                return true;
            }
        }
        return false;
    }

    /** Whether all secrets that it takes say by their names that they are for tests. */
    private static boolean takesTestSecrets(NormalJob job, Workflow workflow) {
        Set<ContextPath> secrets = new LinkedHashSet<>();
        for (YamlScalar scalar : YamlNodes.scalars(job.mapping())) {
            collect(scalar, secrets);
        }
        if (readsSecret(workflow.env())) {
            return false;
        }
        for (ContextPath secret : secrets) {
            if (!SecretNames.isForTests(secret.last())) {
                return false;
            }
        }
        return !secrets.isEmpty();
    }

    /** What the job could publish with, in words; empty where it has but the token of its own run. */
    private static Optional<String> credential(Workflow workflow, List<Release> releases, WorkflowContext in) {
        if (OwnRegistry.takesAll(releases, JobSteps.of(in.normalJob().orElseThrow(), workflow, in.definitions()))) {
            return Optional.empty();
        }
        if (in.hasSecrets() || readsSecret(workflow.env())) {
            return Optional.of("secrets");
        }
        return in.mayWrite("id-token") && !releases.stream().allMatch(Release::takesToken)
                ? Optional.of("'id-token: write'")
                : Optional.empty();
    }

    private static boolean readsSecret(NamedValues env) {
        Set<ContextPath> secrets = new LinkedHashSet<>();
        for (NamedValues.Binding binding : env.all()) {
            if (binding.scalar().isPresent()) {
                collect(binding.scalar().get(), secrets);
            }
        }
        return !secrets.isEmpty();
    }

    private static void collect(YamlScalar scalar, Set<ContextPath> secrets) {
        for (Fence fence : Fence.of(scalar)) {
            for (ContextPath path : fence.reads()) {
                if (path.readsSecret()) {
                    secrets.add(path);
                }
            }
        }
    }

    private Finding.Builder unguarded(NormalJob job, Release release, String credential, WorkflowContext in) {
        Finding.Builder finding = at(in.at(job.id().span()))
                .related(release.place().labelled("publishes"))
                .message("The job '" + job.id().value() + "' publishes ('" + release.text() + "') with " + credential
                        + ", but no deployment environment restricts which branches and people may")
                .remedy(
                        "Set 'environment' of the job, store its credentials in that environment, and add protection rules:"
                                + " branches or tags, reviewers")
                .subject(job.id().value());
        return release.step().explain(finding);
    }

    private Finding.Builder chosen(NormalJob job, String does, ChosenEnvironment chosen, WorkflowContext in) {
        boolean isOpen = chosen.chooser() == Chooser.SENDER || chosen.chooser() == Chooser.STARTER;
        String how = switch (chosen.chooser()) {
            case SENDER -> "what the event brings names its environment, be it one that has no rules";
            case STARTER -> "whoever starts the run names its environment, be it one that has no rules";
            case STARTER_OF_LIST -> "whoever starts the run chooses its environment";
            case MATRIX -> "its matrix chooses among several environments, whose credentials one job gets thus";
        };
        Finding.Builder finding = at(in.at(chosen.name().span()));
        chosen.way().path().forEach(finding::related);
        return finding.severity(isOpen ? Severity.MEDIUM : Severity.LOW)
                .persona(chosen.chooser() == Chooser.STARTER_OF_LIST ? Persona.PEDANTIC : Persona.REGULAR)
                .message("The job '" + job.id().value() + "' " + does + ", and " + how)
                .remedy("Name the environment in the job, and give each environment a job of its own")
                .subject(job.id().value() + " chosen environment");
    }

    /** A secret of a CI service that the publishing job hands out beside its own. */
    private static Optional<ContextPath> mixed(NormalJob job, Release release) {
        Set<ContextPath> secrets = new LinkedHashSet<>();
        for (YamlScalar scalar : YamlNodes.scalars(job.mapping())) {
            collect(scalar, secrets);
        }
        Optional<ContextPath> ofCi = Optional.empty();
        boolean others = false;
        for (ContextPath secret : secrets) {
            if (!SecretNames.isOfCi(secret.last())) {
                others = true;
            } else if (ofCi.isEmpty()) {
                ofCi = Optional.of(secret);
            }
        }
        return others && release.kind().isInstalled() ? ofCi : Optional.empty();
    }

    private Finding.Builder mixed(NormalJob job, Release release, ContextPath secret, WorkflowContext in) {
        return at(in.at(job.id().span()))
                .severity(Severity.LOW)
                .persona(Persona.PEDANTIC)
                .related(release.place().labelled("publishes"))
                .message("The job '" + job.id().value() + "' publishes and also has '" + secret
                        + "' of a CI service beside the credentials of the release")
                .remedy("Move what needs the CI service's secret to a separate job, outside the release's environment")
                .subject(job.id().value() + " " + secret);
    }
}
