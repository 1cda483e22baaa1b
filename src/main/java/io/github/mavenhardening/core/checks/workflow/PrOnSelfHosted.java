package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.checkout.Guard;
import io.github.mavenhardening.core.workflow.checkout.StartedWorkflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.SkippedJobs;
import io.github.mavenhardening.core.workflow.step.RunnerLabels;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds jobs that run pull requests on self-hosted runners. */
@AutoService(Check.class)
@CheckInfo(
        id = "pr-on-self-hosted",
        title = "Pull requests run on a self-hosted runner",
        severity = Severity.HIGH,
        confidence = Confidence.MEDIUM,
        sources = {
            "https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners",
            "https://docs.github.com/en/actions/concepts/runners/self-hosted-runners"
        })
public final class PrOnSelfHosted implements WorkflowCheck {

    private static final Set<String> EVENTS = Set.of("pull_request", "pull_request_target");

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        boolean isNamed = SelfHostedRunner.isNamed(job);
        Optional<String> system = isNamed ? Optional.empty() : RunnerLabels.ofSystem(job);
        if ((!isNamed && system.isEmpty()) || Guard.keepsOwn(job, workflow, in.definitions())) {
            return;
        }
        Optional<Finding.Builder> labelled = Optional.empty();
        for (StartedWorkflow started : StartedWorkflow.by(EVENTS, workflow, PrOnSelfHosted.class, in.definitions())) {
            for (Trigger trigger : started.triggers()) {
                if (!SkippedJobs.mayRun(job, workflow, trigger.event().value(), in.definitions())) {
                    continue;
                }
                Finding.Builder finding = finding(job, system, started.way(), trigger, in);
                if (!Guard.keepsLabelled(trigger, List.of(job.condition()))) {
                    in.report(finding);
                    return;
                }
                labelled = labelled.isPresent()
                        ? labelled
                        : Optional.of(finding.severity(Severity.LOW).confidence(Confidence.LOW));
            }
        }
        labelled.ifPresent(in::report);
    }

    /**
     * @param system the label that tells nothing but the runner's system; empty where one says that it is self-hosted
     */
    private Finding.Builder finding(
            NormalJob job, Optional<String> system, CallPath way, Trigger trigger, WorkflowContext in) {
        Finding.Builder finding = at(in.at(job.runsOn().orElseThrow().key().span()))
                .exposure(Exposure.ANYONE)
                .confidence(system.isPresent() ? Confidence.LOW : info().confidence())
                .related(way.entry().at(trigger.span()).labelled("starts the run"))
                .message("The job '" + job.id().value()
                        + "' runs pull requests on a "
                        + system.map(label -> "runner labelled '" + label + "', as self-hosted ones are")
                                .orElse("self-hosted runner")
                        + ", where their code can persist and attack later jobs")
                .remedy(
                        "Run pull requests on runners that GitHub hosts, or on ephemeral ones without access to your network")
                .subject(job.id().value());
        way.path().forEach(finding::related);
        return finding;
    }
}
