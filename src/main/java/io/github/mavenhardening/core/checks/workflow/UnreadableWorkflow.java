package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.check.WorkflowCheck;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.PreCommitConfig;
import io.github.mavenhardening.core.workflow.Problem;
import io.github.mavenhardening.core.workflow.Unreadable;

/** Finds workflow, action and configuration files that cannot be read, so that no check looked at them, or that GitHub would refuse. */
@AutoService(Check.class)
@CheckInfo(
        id = "unreadable-workflow",
        title = "A workflow or action file cannot be read, or has parts that GitHub would refuse",
        family = Family.WORKFLOWS,
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax"
        })
public final class UnreadableWorkflow implements WorkflowCheck {

    @Override
    public void unreadable(Unreadable file, Inspection inspection) {
        // Worse than a faulty part: nothing in this file was looked at.
        inspection.report(at(file.location())
                .severity(Severity.HIGH)
                .message("The file cannot be read, so nothing in it was checked: " + file.reason())
                .remedy("Mend the file, or delete it if it is not in use")
                .subject("file"));
    }

    @Override
    public void definition(Definition definition, Inspection inspection) {
        String reader = definition instanceof PreCommitConfig ? "pre-commit" : "GitHub";
        for (Problem problem : definition.problems()) {
            inspection.report(at(problem.location())
                    .message(reader + " would refuse this: " + problem.message())
                    .remedy("Write it as the syntax of the file wants it")
                    .subject(problem.message().replaceAll("line \\d+", "line")));
        }
    }
}
