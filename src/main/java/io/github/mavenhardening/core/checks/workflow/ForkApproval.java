package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.Optional;

/** Finds pull requests of strangers that run before a maintainer has looked at them, where that costs more than minutes. */
@AutoService(Check.class)
@CheckInfo(
        id = "fork-approval",
        title = "Pull requests of strangers run without a maintainer's approval on a self-hosted runner",
        severity = Severity.HIGH,
        sources = {
            "https://docs.github.com/en/actions/how-tos/manage-workflow-runs/approve-runs-from-forks",
            "https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners"
        })
public final class ForkApproval implements WorkflowCheck {

    private static final String ALL = "all_external_contributors";

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Optional<ForgeView> found = ForgeView.ofGitHub(this, in.run());
        if (found.isEmpty() || found.get().settings().isPrivate().is(true)) {
            return;
        }
        ForgeView forge = found.get();
        for (Workflow workflow : definitions.workflows()) {
            if (!workflow.runsOn("pull_request")) {
                continue;
            }
            for (Job job : workflow.liveJobs()) {
                if (job instanceof NormalJob normal
                        && normal.runsOn().isPresent()
                        && SelfHostedRunner.isNamed(normal)) {
                    look(normal, forge, in.in(workflow).in(job));
                }
            }
        }
    }

    private void look(NormalJob job, ForgeView forge, WorkflowContext in) {
        Optional<String> policy =
                forge.value("'forkApproval'", forge.settings().actions().forkApproval());
        if (policy.isPresent() && !policy.get().equals(ALL)) {
            in.report(at(in.at(job.runsOn().orElseThrow().key().span()))
                    .related(forge.at("actions", "forkApproval").labelled("whose pull requests wait"))
                    .message("The job '" + job.id().value()
                            + "' runs pull requests on a self-hosted runner, and whoever contributed once needs no approval ("
                            + policy.get() + ")")
                    .remedy("Require approval for all external contributors, or run pull requests on GitHub's runners")
                    .subject(job.id().value()));
        }
    }
}
