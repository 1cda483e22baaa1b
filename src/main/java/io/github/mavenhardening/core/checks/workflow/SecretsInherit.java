package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;

/** Finds calls of reusable workflows that hand over every secret there is. */
@AutoService(Check.class)
@CheckInfo(
        id = "secrets-inherit",
        title = "A called workflow inherits every secret",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.zizmor.sh/audits/#secrets-inherit",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsecretsinherit"
        })
public final class SecretsInherit implements WorkflowCheck {

    @Override
    public void job(Job job, WorkflowContext in) {
        if (job instanceof ReusableWorkflowCall call && call.inheritsSecrets()) {
            Finding.Builder finding = at(in.at(call.uses().span()))
                    .related(in.at(call.secrets().whole().orElseThrow().span()).labelled("inherits all secrets"))
                    .message("'" + call.uses().text()
                            + "' receives every secret of this repository and its organisation")
                    .remedy("List the secrets that it needs by name under 'secrets'")
                    .subject(call.uses().name());
            SecretsList.of(call, in.definitions()).ifPresent(finding::fix);
            in.report(finding);
        }
    }
}
