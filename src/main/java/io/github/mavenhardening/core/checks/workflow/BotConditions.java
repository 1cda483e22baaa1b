package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.check.WorkflowCheck;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.BotTest;
import io.github.mavenhardening.core.workflow.expression.Fence;

/** Finds conditions that trust whoever touched the branch last, when they mean whoever made the change. */
@AutoService(Check.class)
@CheckInfo(
        id = "bot-conditions",
        title = "A condition trusts a bot by a name that does not say who made the change",
        family = Family.WORKFLOWS,
        severity = Severity.HIGH,
        sources = {
            "https://docs.zizmor.sh/audits/#bot-conditions",
            "https://www.synacktiv.com/publications/github-actions-exploitation-dependabot"
        })
public final class BotConditions implements WorkflowCheck {

    @Override
    public void job(Job job, Inspection inspection) {
        job.condition().ifPresent(condition -> look(condition, inspection));
    }

    @Override
    public void step(Step step, Inspection inspection) {
        step.condition().ifPresent(condition -> look(condition, inspection));
    }

    private void look(Condition condition, Inspection inspection) {
        for (Fence fence : condition.fences()) {
            fence.expression().flatMap(BotTest::in).ifPresent(test -> {
                String text = fence.scalar()
                        .value()
                        .substring(test.subject().from(), test.subject().to());
                inspection.report(at(inspection.at(fence.span(test.subject())))
                        .confidence(test.isDecisive() ? Confidence.HIGH : Confidence.MEDIUM)
                        .message("'" + text + "' names who caused the event, which need not be who made the change")
                        .remedy("Ask who opened the pull request: github.event.pull_request.user.login")
                        .subject(fence.body()));
            });
        }
    }
}
