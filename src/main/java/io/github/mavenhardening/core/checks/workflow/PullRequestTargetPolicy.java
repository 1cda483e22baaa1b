package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.Optional;

/** Finds pull_request_target where no policy of the repository allows the event. */
@AutoService(Check.class)
@CheckInfo(
        id = "pull-request-target-policy",
        title = "A public repository runs pull_request_target without a policy for the event",
        severity = Severity.MEDIUM,
        options = PullRequestTargetPolicy.Policy.class,
        sources = {
            "https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request_target"
        })
public final class PullRequestTargetPolicy implements WorkflowCheck {

    record Policy(
            @Option(
                    value =
                            "Whether the repository has a workflow execution policy that allows the event; the forge tells"
                                    + " nobody. Not given, it is reported as not checked",
                    example = "true")
            Optional<Boolean> exists) {}

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Optional<ForgeView> found = ForgeView.ofGitHub(this, in.run());
        if (found.isEmpty() || in.options(Policy.class).exists().equals(Optional.of(true))) {
            return;
        }
        ForgeView forge = found.get();
        for (Workflow workflow : definitions.workflows()) {
            Optional<Trigger> trigger = workflow.trigger("pull_request_target");
            if (trigger.isEmpty()) {
                continue;
            }
            Optional<Boolean> isPrivate =
                    forge.value("'private'", forge.settings().isPrivate());
            if (isPrivate.isEmpty() || isPrivate.get()) {
                return;
            }
            if (in.options(Policy.class).exists().isEmpty()) {
                forge.gap(
                        "whether a workflow execution policy allows pull_request_target the forge does not tell: say so with"
                                + " the option 'exists'");
                return;
            }
            WorkflowContext there = in.in(workflow);
            there.report(at(there.at(trigger.get().event().span()))
                    .message(
                            "The repository is public and has no policy for pull_request_target: GitHub no longer runs the"
                                    + " workflow from 2 December 2026 on")
                    .remedy(
                            "Use pull_request, or add a workflow execution policy that names who and which workflow may run")
                    .subject("pull_request_target"));
        }
    }
}
