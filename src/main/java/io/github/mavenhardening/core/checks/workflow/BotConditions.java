package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.EventAuthor;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.checkout.Guard;
import io.github.mavenhardening.core.workflow.expression.BotTest;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.Optional;
import java.util.Set;

/** Finds conditions that trust whoever touched the branch last, when they mean whoever made the change. */
@AutoService(Check.class)
@CheckInfo(
        id = "bot-conditions",
        title = "A condition trusts a bot by a name that is not the author of the change",
        severity = Severity.HIGH,
        sources = {
            "https://docs.zizmor.sh/audits/#bot-conditions",
            "https://www.synacktiv.com/publications/github-actions-exploitation-dependabot"
        })
public final class BotConditions implements WorkflowCheck {

    private static final Set<String> AUTHORS =
            Set.of("status", "check_run", "check_suite", "deployment", "deployment_status");

    @Override
    public void condition(Condition condition, WorkflowContext in) {
        if (Guard.keepsOwn(Optional.of(condition)) || Guard.keepsBots(Optional.of(condition))) {
            return;
        }
        for (Fence fence : condition.fences()) {
            Optional<BotTest> test = fence.expression().isPresent()
                    ? BotTest.in(fence.expression().get())
                    : Optional.empty();
            if (test.isPresent() && !(test.get().isOfSender() && isAuthors(in))) {
                in.report(finding(test.get(), fence, in));
            }
        }
    }

    /** Whether the sender of all events is who made what they are about. */
    private static boolean isAuthors(WorkflowContext in) {
        if (in.workflow().isEmpty()) {
            return false;
        }
        for (Trigger trigger : in.workflow().get().triggers()) {
            if (!AUTHORS.contains(trigger.event().value())) {
                return false;
            }
        }
        return true;
    }

    private Finding.Builder finding(BotTest test, Fence fence, WorkflowContext in) {
        String text = fence.scalar()
                .value()
                .substring(test.subject().from(), test.subject().to());
        Finding.Builder finding = at(in.at(fence.span(test.subject())));
        fix(test, fence, in).ifPresent(finding::fix);
        return finding.confidence(test.isDecisive() ? Confidence.HIGH : Confidence.MEDIUM)
                .message("'" + text + "' is whoever "
                        + (test.isOfEarlierRun() ? "started the run before" : "triggered the event")
                        + ", who need not be the author of the change")
                .remedy(
                        test.isOfEarlierRun()
                                ? "Ask where the change comes from instead:"
                                        + " github.event.workflow_run.head_repository.full_name == github.repository"
                                : "Compare the pull request's author instead: github.event.pull_request.user.login")
                .subject(fence.body());
    }

    /** Asks for whoever made what the event is about, by name or by number as it is asked now. */
    private static Optional<Fix> fix(BotTest test, Fence fence, WorkflowContext in) {
        Optional<String> author =
                in.workflow().isPresent() ? EventAuthor.of(in.workflow().get()) : Optional.empty();
        if (author.isEmpty()) {
            return Optional.empty();
        }
        String path = author.get() + (test.isById() ? ".id" : ".login");
        Fix.Edit edit = new Fix.Edit(fence.scalar().source().path(), fence.span(test.subject()), path);
        return Optional.of(Fix.of("Compare " + path, false, edit));
    }
}
