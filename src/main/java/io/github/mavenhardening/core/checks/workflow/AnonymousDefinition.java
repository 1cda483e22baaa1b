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
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlEdits;
import java.util.Optional;

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
            Finding.Builder finding = at(in.at(workflow.mapping().span()));
            String file = workflow.path().substring(workflow.path().lastIndexOf('/') + 1);
            // What refers to it by its path, such as 'workflow_run', has to use the name then.
            YamlEdits.prepend(workflow.mapping(), "name", file.replaceFirst("\\.ya?ml$", ""))
                    .ifPresent(edit -> finding.fix(Fix.of("Name it like its file", false, edit)));
            in.report(finding.message("The workflow has no name")
                    .remedy("Add a 'name' that says what it is for")
                    .subject("workflow"));
        }
    }

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        // Of a call it is the jobs of the other workflow that are shown, under their own names.
        if (job.name().isEmpty()) {
            Finding.Builder finding = at(in.at(job.id().span()));
            fix(job, in.workflow().orElseThrow()).ifPresent(finding::fix);
            in.report(finding.severity(Severity.INFO)
                    .message("The job '" + job.id().value() + "' has no name")
                    .remedy("Add a 'name' that says what it is for")
                    .subject(job.id().value()));
        }
    }

    /** The name that GitHub shows already; checks that branch rules demand are known by it. */
    private static Optional<Fix> fix(NormalJob job, Workflow workflow) {
        String id = job.id().value();
        return workflow.mapping()
                .mapping("jobs")
                .flatMap(jobs -> jobs.entry(id))
                .filter(YamlEdits::isUnshared)
                .flatMap(entry -> YamlEdits.prepend(job.mapping(), "name", id))
                .map(edit -> Fix.of("Name it as GitHub shows it", job.matrix().isEmpty(), edit));
    }
}
