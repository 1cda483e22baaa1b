package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.egress.Registries;
import io.github.mavenhardening.core.workflow.egress.Tool;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds jobs without restricted outgoing connections (egress), from which stolen data can be sent anywhere. */
@AutoService(Check.class)
@CheckInfo(
        id = "unrestricted-egress",
        title = "Nothing restricts a job's outgoing connections",
        severity = Severity.LOW,
        persona = Persona.AUDITOR,
        options = UnrestrictedEgress.Egress.class,
        sources = {
            "https://github.com/step-security/harden-runner",
            "https://docs.github.com/en/actions/reference/security/secure-use"
        })
public final class UnrestrictedEgress implements WorkflowCheck {

    record Egress(
            @Option(value = "Takes audit mode for enough in jobs that publish nothing", otherwise = "false")
            boolean acceptAudit,

            @Option(
                    value =
                            "The hosts, each perhaps with a port, of the registries that tools know by themselves, by tool: they are"
                                    + " listed where no file names another registry",
                    matches = Registries.HOST,
                    must = Registries.MUST,
                    example = "{npm: [npm.example.org], pip: [index.example.org, \"files.example.org:8443\"]}")
            Map<Tool, List<String>> registries) {}

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        if (!isOnUbuntu(job)) {
            return;
        }
        Workflow workflow = in.workflow().orElseThrow();
        boolean releases = !Releases.of(
                        job, workflow, in.definitions(), in.run().repository())
                .isEmpty();
        List<ReachedStep> steps = JobSteps.of(job, workflow, in.definitions());
        Optional<ReachedStep> guard = guard(steps);
        String what = releases
                ? "The job '" + job.id().value() + "', which publishes,"
                : "The job '" + job.id().value() + "'";
        boolean watched = guard.isPresent() ? isAuditing(guard.get().step()) : isOnFirewall(job);
        if (guard.isEmpty() && !watched) {
            in.report(at(in.at(job.id().span()))
                    .severity(releases ? Severity.MEDIUM : Severity.LOW)
                    .persona(releases ? Persona.PEDANTIC : Persona.AUDITOR)
                    .message(what + " may connect to any host, so stolen credentials can be sent anywhere")
                    .remedy("Add " + EgressFix.GUARD
                            + " as its first step, with 'egress-policy: block' and the hosts that it needs; with 'audit',"
                            + " 'mvn hardening:fix -Dhardening.unsafe' lists those that its steps are seen to need")
                    .subject(job.id().value()));
        } else if (watched && (releases || !in.options(Egress.class).acceptAudit())) {
            Persona persona = releases ? Persona.PEDANTIC : Persona.AUDITOR;
            Finding.Builder finding = at(in.at(job.id().span()));
            String remedy =
                    "Add " + EgressFix.GUARD + " as its first step, with 'egress-policy: block' and the observed hosts";
            if (guard.isPresent() && in.run().isRead(persona)) {
                EgressFix fix = EgressFix.of(job, in, in.options(Egress.class).registries());
                fix.of(guard.get()).ifPresent(finding::fix);
                remedy =
                        "Change 'egress-policy: audit' to 'block', and list the observed hosts under 'allowed-endpoints'"
                                + fix.hosts();
            }
            in.report(finding.severity(releases ? Severity.LOW : Severity.INFO)
                    .persona(persona)
                    .message(what + " only has its connections logged, not restricted")
                    .remedy(remedy)
                    .subject(job.id().value()));
        } else if (guard.isPresent()) {
            reportLate(steps, guard.get(), what, releases, in);
        }
    }

    /** Code that runs before the guard, and may leave something behind that waits for no connection of its own. */
    private void reportLate(
            List<ReachedStep> steps, ReachedStep guard, String what, boolean releases, WorkflowContext in) {
        for (ReachedStep step : steps) {
            if (step.equals(guard)) {
                return;
            }
            if (runsForeignCode(step.step())) {
                in.report(step.explain(at(step.place())
                        .severity(releases ? Severity.MEDIUM : Severity.LOW)
                        .persona(releases ? Persona.PEDANTIC : Persona.AUDITOR)
                        .related(guard.place().labelled("restricts the connections of what follows"))
                        .message(what
                                + " runs a step before its connections are restricted, which may connect to any host")
                        .remedy("Move " + EgressFix.GUARD + " before it: its place is that of the first step")
                        .subject(in.job().orElseThrow().id().value() + " late")));
                return;
            }
        }
    }

    /** A script, an image, or an action of others than GitHub; those of the repository itself are their steps. */
    private static boolean runsForeignCode(Step step) {
        if (step.repository().isPresent()) {
            return !step.repository().get().owner().equalsIgnoreCase("actions");
        }
        return !(step.body() instanceof Step.UsesAction action) || action.uses().uses() instanceof Uses.Docker;
    }

    private static Optional<ReachedStep> guard(List<ReachedStep> steps) {
        for (ReachedStep reached : steps) {
            if (reached.step().usesAction(EgressFix.GUARD)) {
                return Optional.of(reached);
            }
        }
        return Optional.empty();
    }

    private static boolean isAuditing(Step guard) {
        Optional<String> policy = guard.uses().orElseThrow().with().text("egress-policy");
        return policy.orElse("").strip().equalsIgnoreCase("audit");
    }

    /** Whether the runner is one of those with GitHub's own firewall, which only watches as yet. */
    private static boolean isOnFirewall(NormalJob job) {
        for (YamlScalar label : job.runsOn().orElseThrow().labels()) {
            if (label.lower().endsWith("-firewall")) {
                return true;
            }
        }
        return false;
    }

    /** The runners that the guard can block connections on without a licence. */
    private static boolean isOnUbuntu(NormalJob job) {
        if (job.container().isEmpty() && job.runsOn().isPresent()) {
            for (YamlScalar label : job.runsOn().get().labels()) {
                if (label.lower().startsWith("ubuntu")) {
                    return true;
                }
            }
        }
        return false;
    }
}
