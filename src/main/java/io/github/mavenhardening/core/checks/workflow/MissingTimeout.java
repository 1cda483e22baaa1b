package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;

/** Finds jobs that may hang for six hours. */
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

    @Override
    public void job(Job job, WorkflowContext in) {
        if (job instanceof NormalJob normal && normal.timeoutMinutes().isEmpty() && !isLimitedByStep(normal)) {
            in.report(at(in.at(job.id().span()))
                    .message(
                            "The job '" + job.id().value()
                                    + "' may run for the six hours that GitHub gives it: long for a hang, and for a stolen runner")
                    .remedy("Give it 'timeout-minutes', a little above what it usually takes")
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
