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
import io.github.mavenhardening.core.forge.ForgeSnapshot.Environment;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.DeployableRefs;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds environments that guard nothing: jobs name them, and the forge has no rule for them, or does not have them at all. */
@AutoService(Check.class)
@CheckInfo(
        id = "unprotected-environment",
        title = "A job publishes from a deployment environment that nothing guards",
        severity = Severity.HIGH,
        controls = {"OSPS-AC-04.02"},
        sources = {
            "https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments",
            "https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments"
        })
public final class UnprotectedEnvironment implements WorkflowCheck {

    /** Each is compared with the events of each workflow that names the environment. */
    private static final int MAX_REFS = 500;

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Optional<ForgeView> forge = ForgeView.ofGitHub(this, in.run());
        if (forge.isEmpty()) {
            return;
        }
        Optional<Environments> known = Environments.of(forge.get());
        if (known.isEmpty()) {
            return;
        }
        Set<String> guards = new HashSet<>();
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.liveJobs()) {
                if (job instanceof NormalJob normal && normal.environment().isPresent()) {
                    look(
                            normal,
                            workflow,
                            known.get(),
                            forge.get(),
                            guards,
                            in.in(workflow).in(job));
                }
            }
        }
    }

    private void look(
            NormalJob job,
            Workflow workflow,
            Environments known,
            ForgeView forge,
            Set<String> guards,
            WorkflowContext in) {
        Optional<YamlScalar> name = job.environment().orElseThrow().name();
        if (name.isEmpty()) {
            return;
        }
        boolean publishes = !Releases.of(
                        job, workflow, in.definitions(), in.run().repository())
                .isEmpty();
        String text = name.get().value();
        if (text.contains("${{")) {
            if (publishes) {
                forge.gap("the environment of the job '" + job.id().value() + "' in " + workflow.path()
                        + " is named by an expression, '" + text + "'");
            }
            return;
        }
        Optional<String> ownName = known.name(text);
        Location place = in.at(name.get().span());
        if (ownName.isEmpty()) {
            in.report(at(place)
                    .severity(publishes ? Severity.HIGH : Severity.MEDIUM)
                    .related(forge.at("environments").labelled("the environments that exist"))
                    .message("The environment '" + text
                            + "' does not exist: GitHub creates it on first use, without any rule")
                    .remedy("Create it with required reviewers, and with the branches and tags that may deploy")
                    .subject(job.id().value() + " " + text + " missing"));
            return;
        }
        if (publishes) {
            guard(job, workflow, ownName.get(), known.all().get(ownName.get()), place, forge, guards, in);
        }
    }

    private void guard(
            NormalJob job,
            Workflow workflow,
            String name,
            Environment environment,
            Location place,
            ForgeView forge,
            Set<String> guards,
            WorkflowContext in) {
        String of = " of the environment '" + name + "'";
        Optional<List<String>> reviewers = forge.value("'reviewers'" + of, environment.reviewers());
        Optional<List<String>> refs = forge.value("'refs'" + of, environment.refs());
        boolean isReviewed = reviewers.isPresent() && !reviewers.get().isEmpty();
        Optional<DeployableRefs> patterns = patterns(refs, of, forge);
        boolean isAnyRef = refs.isPresent()
                && (refs.get().contains(Environment.ANY)
                        || (patterns.isPresent() && patterns.get().areAllBranches()));
        if (reviewers.isPresent() && !isReviewed && isAnyRef && isByNoApp(environment, of, forge)) {
            in.report(at(place)
                    .related(forge.at("environments", name).labelled("its settings"))
                    .message("The environment '" + name
                            + "' guards nothing: nobody has to approve, and every branch may deploy")
                    .remedy("Add required reviewers, and restrict the branches and tags that may deploy")
                    .subject(job.id().value() + " " + name + " unguarded"));
        }
        if (patterns.isPresent() && !patterns.get().mayBeReachedBy(workflow)) {
            in.report(at(place)
                    .severity(Severity.MEDIUM)
                    .related(forge.at("environments", name, "refs").labelled("the refs that may deploy"))
                    .message("No event of this workflow runs on a branch or tag that may deploy to '" + name + "' ("
                            + String.join(", ", refs.get()) + "), so that the job always fails")
                    .remedy(
                            "Let the environment's rules and the workflow's events agree on the branches or tags of releases")
                    .subject(job.id().value() + " " + name + " refs"));
        }
        // What is to be said of the environment alone is said once, where it is used first.
        if (isReviewed && guards.add(name)) {
            lenient(name, environment, place, forge, in);
        }
    }

    /** Whether no app's rule guards it; not, with a gap, where that is unknown. */
    private static boolean isByNoApp(Environment environment, String of, ForgeView forge) {
        Optional<List<String>> apps = forge.value("'apps'" + of, environment.apps());
        return apps.isPresent() && apps.get().isEmpty();
    }

    /** The refs that may deploy where they are patterns. */
    private static Optional<DeployableRefs> patterns(Optional<List<String>> refs, String of, ForgeView forge) {
        if (refs.isEmpty() || refs.get().contains(Environment.ANY) || refs.get().contains(Environment.PROTECTED)) {
            return Optional.empty();
        }
        if (refs.get().size() > MAX_REFS) {
            forge.gap("there are more than " + MAX_REFS + " 'refs'" + of);
            return Optional.empty();
        }
        return Optional.of(new DeployableRefs(
                refs.get(), forge.settings().defaultBranch().value().orElse("main")));
    }

    private void lenient(String name, Environment environment, Location place, ForgeView forge, WorkflowContext in) {
        String of = " of the environment '" + name + "'";
        Optional<Boolean> prevents = forge.value("'preventsSelfReview'" + of, environment.preventsSelfReview());
        if (prevents.isPresent() && !prevents.get()) {
            in.report(at(place)
                    .severity(Severity.MEDIUM)
                    .related(
                            forge.at("environments", name, "preventsSelfReview").labelled("its settings"))
                    .message("Who starts a run may approve its deployment to '" + name + "' alone")
                    .remedy("Prevent self-review in the environment's rules")
                    .subject(name + " self-review"));
        }
        Optional<Boolean> bypass = forge.value("'adminsBypass'" + of, environment.adminsBypass());
        if (bypass.isPresent() && bypass.get()) {
            in.report(at(place)
                    .severity(Severity.LOW)
                    .related(forge.at("environments", name, "adminsBypass").labelled("its settings"))
                    .message("Administrators may deploy to '" + name + "' past its rules")
                    .remedy("Do not allow administrators to bypass the environment's rules")
                    .subject(name + " bypass"));
        }
    }
}
