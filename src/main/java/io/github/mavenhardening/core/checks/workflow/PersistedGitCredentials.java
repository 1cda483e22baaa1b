package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.PersistedCredentials;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.step.ForeignCode;
import io.github.mavenhardening.core.workflow.step.StepCommands;
import java.util.List;
import java.util.Optional;

/** Finds scripts that leave a token where every later step of the job finds it. */
@AutoService(Check.class)
@CheckInfo(
        id = "persisted-git-credentials",
        title = "A script leaves a token where later steps can read it",
        severity = Severity.MEDIUM,
        confidence = Confidence.MEDIUM,
        sources = {
            "https://git-scm.com/docs/gitfaq#http-credentials-environment",
            "https://git-scm.com/docs/git-credential-store",
            "https://cli.github.com/manual/gh_auth_login"
        })
public final class PersistedGitCredentials implements WorkflowCheck {

    @Override
    public void steps(List<Step> steps, WorkflowContext in) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Optional<PersistedCredentials> left =
                    step.run().isPresent() ? PersistedCredentials.leftBy(StepCommands.of(step, in)) : Optional.empty();
            // With the last step of a job ends what could read it.
            if (left.isPresent() && (in.normalJob().isEmpty() || i < steps.size() - 1)) {
                in.report(at(in.at(StepCommands.span(step, left.get().command())))
                        .persona(mayBeRead(step, in) ? Persona.REGULAR : Persona.PEDANTIC)
                        .message("'" + left.get().text() + "' leaves a token in "
                                + left.get().place() + ", where every later step can read it")
                        .remedy(
                                "Hand the token to the one command that needs it, 'git push' with the address, or take it out"
                                        + " again in the same step")
                        .subject(left.get().text()));
            }
        }
    }

    /** Whether code of others comes after the step; what follows a step of an action is not known. */
    private static boolean mayBeRead(Step step, WorkflowContext in) {
        Optional<NormalJob> job = in.normalJob();
        if (job.isEmpty() || job.get().container().isPresent()) {
            return true;
        }
        return ForeignCode.mayRun(
                JobSteps.after(step, job.get(), in.workflow().orElseThrow(), in.definitions()),
                in,
                in.definitions(),
                in.run().repository());
    }
}
