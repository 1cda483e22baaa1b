package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.check.WorkflowCheck;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Step;
import java.util.Optional;

/** Finds conditions that are a text and not an expression: every text but the empty one is true. */
@AutoService(Check.class)
@CheckInfo(
        id = "unsound-condition",
        title = "A condition is always true",
        family = Family.WORKFLOWS,
        severity = Severity.HIGH,
        sources = {"https://docs.zizmor.sh/audits/#unsound-condition", "https://github.com/actions/runner/issues/1173"})
public final class UnsoundCondition implements WorkflowCheck {

    @Override
    public void job(Job job, Inspection inspection) {
        look(job.condition(), inspection);
    }

    @Override
    public void step(Step step, Inspection inspection) {
        look(step.condition(), inspection);
    }

    private void look(Optional<Condition> given, Inspection inspection) {
        if (given.isPresent() && given.get().isText()) {
            Condition condition = given.get();
            inspection.report(at(inspection.at(condition.key().span()))
                    .related(inspection.at(condition.scalar().span()).labelled("text stands around the expression"))
                    .message(
                            "The condition is always true: text around '${{ }}', if only a line break, makes it a text")
                    .remedy("Write the condition without '${{ }}', or end the block scalar with '|-' or '>-'")
                    .subject(condition.scalar().value().strip()));
        }
    }
}
