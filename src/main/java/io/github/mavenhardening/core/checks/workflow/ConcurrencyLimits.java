package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds workflows that do not say what becomes of a run when a newer one starts. */
@AutoService(Check.class)
@CheckInfo(
        id = "concurrency-limits",
        title = "Outdated runs continue beside newer ones",
        severity = Severity.LOW,
        persona = Persona.PEDANTIC,
        sources = {
            "https://docs.zizmor.sh/audits/#concurrency-limits",
            "https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency"
        })
public final class ConcurrencyLimits implements WorkflowCheck {

    private static final String REMEDY = "Add 'concurrency' to the workflow, with 'group' and 'cancel-in-progress'";

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        if (workflow.isReusableOnly() || workflow.on().isEmpty()) {
            return;
        }
        if (workflow.concurrency().isPresent()) {
            if (isGroupOnly(workflow.mapping())) {
                in.report(at(in.at(workflow.concurrency().get().key().span()))
                        .message("The workflow does not say whether a newer run cancels an older one")
                        .remedy("Set 'concurrency' with 'group' and 'cancel-in-progress'")
                        .subject("cancel"));
            }
            return;
        }
        List<Job> unlimited = new ArrayList<>();
        boolean groupOnly = false;
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob) {
                if (job.concurrency().isEmpty()) {
                    unlimited.add(job);
                }
                groupOnly |= isGroupOnly(job.mapping());
            }
        }
        if (!unlimited.isEmpty()) {
            Finding.Builder finding = at(in.at(workflow.on().get()));
            unlimited.forEach(job -> finding.related(
                    in.at(job.name().orElse(job.id()).span()).labelled("this job has no 'concurrency'")));
            in.report(finding.message("Outdated runs of the workflow are not cancelled: a job has no 'concurrency'")
                    .remedy(REMEDY)
                    .subject("missing"));
        }
        if (groupOnly) {
            in.report(at(in.at(workflow.on().get()))
                    .message("A job does not say whether a newer run cancels an older one")
                    .remedy(REMEDY)
                    .subject("cancel"));
        }
    }

    /** Whether {@code concurrency} is a text, which can only be the group's name. */
    private static boolean isGroupOnly(YamlMapping parent) {
        Optional<YamlScalar> scalar = parent.scalar("concurrency");
        return scalar.isPresent() && !scalar.get().isNull();
    }
}
