package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;

/** Finds workflows and jobs without a name. */
@AutoService(Check.class)
@CheckInfo(
        id = "anonymous-definition",
        title = "A workflow or job has no name",
        severity = Severity.LOW,
        persona = Persona.PEDANTIC,
        sources = {"https://docs.zizmor.sh/audits/#anonymous-definition"})
public final class AnonymousDefinition implements WorkflowCheck {

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        if (workflow.name().isEmpty()) {
            in.report(at(in.at(workflow.mapping().span()))
                    .message("The workflow has no name")
                    .remedy("Add a 'name' that says what it is for")
                    .subject("workflow"));
        }
    }

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        // Of a call it is the jobs of the other workflow that are shown, under their own names.
        if (job.name().isEmpty()) {
            in.report(at(in.at(job.id().span()))
                    .severity(Severity.INFO)
                    .message("The job '" + job.id().value() + "' has no name")
                    .remedy("Add a 'name' that says what it is for")
                    .subject(job.id().value()));
        }
    }
}
