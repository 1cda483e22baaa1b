package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.yaml.YamlEdits;
import java.util.List;

/** Finds jobs without a timeout, which may hang for six hours. */
@AutoService(Check.class)
@CheckInfo(
        id = "missing-timeout",
        title = "A job has no time limit of its own",
        severity = Severity.LOW,
        persona = Persona.PEDANTIC,
        sources = {
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idtimeout-minutes"
        })
public final class MissingTimeout implements WorkflowCheck {

    /** What few builds take, and a sixth of what GitHub allows by itself. */
    private static final int MINUTES = 60;

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        if (job.timeoutMinutes().isEmpty() && !isLimitedByStep(job)) {
            Finding.Builder finding = at(in.at(job.id().span()));
            YamlEdits.insert(job.mapping(), List.of("runs-on"), "timeout-minutes", Integer.toString(MINUTES))
                    .ifPresent(edit -> finding.fix(Fix.of(
                            "Stop the job after " + MINUTES + " minutes; raise it where it takes longer",
                            false,
                            edit)));
            in.report(finding.message(
                            "The job '" + job.id().value()
                                    + "' has no time limit of its own, so it may hang or be abused for GitHub's default of six hours")
                    .remedy("Set 'timeout-minutes' a little above its usual duration")
                    .subject(job.id().value()));
        }
    }

    private static boolean isLimitedByStep(NormalJob job) {
        return !job.steps().isEmpty()
                && job.steps().stream()
                        .allMatch(
                                step -> step.mapping().entry("timeout-minutes").isPresent());
    }
}
