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
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.RunsOn;
import io.github.mavenhardening.core.workflow.step.RunnerLabels;
import java.util.List;
import java.util.Optional;

/** Finds jobs that run on self-hosted runners. */
@AutoService(Check.class)
@CheckInfo(
        id = "self-hosted-runner",
        title = "A job runs on a self-hosted runner",
        severity = Severity.MEDIUM,
        persona = Persona.AUDITOR,
        options = SelfHostedRunner.Runners.class,
        sources = {
            "https://docs.zizmor.sh/audits/#self-hosted-runner",
            "https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners"
        })
public final class SelfHostedRunner implements WorkflowCheck {

    record Runners(
            @Option(
                    value = "More labels that jobs must not ask for; upper and lower case are the same",
                    example = "[ubuntu-24.04-gpu]")
            List<String> denyRunners,

            @Option(
                    value =
                            "The runner groups that jobs may ask for; upper and lower case are the same. A group that an expression"
                                    + " names is never allowed",
                    example = "[release]")
            List<String> allowGroups) {

        RunnerLabels denied() {
            return RunnerLabels.SELF_HOSTED.and(denyRunners);
        }

        /** GitHub compares the names of groups without regard to case. */
        boolean allows(RunsOn runsOn) {
            return runsOn.group().isPresent()
                    && allowGroups.stream()
                            .anyMatch(runsOn.group().get().value().strip()::equalsIgnoreCase);
        }
    }

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        Runners runners = in.options(Runners.class);
        if (job.runsOn().isEmpty() || runners.allows(job.runsOn().get())) {
            return;
        }
        RunsOn runsOn = job.runsOn().get();
        Optional<RunnerLabels.Match> match = runners.denied().in(job);
        if (match.isPresent() && (match.get().isSure() || runsOn.group().isEmpty())) {
            in.report(finding(runsOn, job, match.get(), in));
        } else if (runsOn.group().isPresent()) {
            in.report(finding(runsOn, job, in).message("The job '" + job.id().value() + "' runs in a runner group"));
        }
    }

    /** Whether one of the job's labels says that its runner is self-hosted, in some part of its matrix at least. */
    static boolean isNamed(NormalJob job) {
        Optional<RunnerLabels.Match> match = RunnerLabels.SELF_HOSTED.in(job);
        return match.isPresent() && (match.get().isSure() || RunnerLabels.areListed(job));
    }

    private Finding.Builder finding(RunsOn runsOn, Job job, RunnerLabels.Match match, WorkflowContext in) {
        Finding.Builder finding = finding(runsOn, job, in).confidence(match.confidence());
        match.matrix()
                .ifPresent(matrix -> finding.related(in.at(matrix.key().span()).labelled("has the label")));
        String runs = match.isSure() ? "' runs" : "' may run";
        return finding.message("The job '" + job.id().value() + runs + " on a self-hosted runner");
    }

    private Finding.Builder finding(RunsOn runsOn, Job job, WorkflowContext in) {
        return at(in.at(runsOn.key().span()))
                .remedy("Make sure that it never runs outsiders' code, and make the runner ephemeral")
                .subject(job.id().value());
    }
}
