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
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlEdits;
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
                Finding.Builder finding = at(in.at(workflow.concurrency().get().span()));
                fixGroups(List.of(workflow.mapping())).ifPresent(finding::fix);
                in.report(finding.message("The workflow does not say whether a newer run cancels an older one")
                        .remedy("Set 'concurrency' with 'group' and 'cancel-in-progress'")
                        .subject("cancel"));
            }
            return;
        }
        List<Job> unlimited = new ArrayList<>();
        List<YamlMapping> groupOnly = new ArrayList<>();
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob) {
                if (job.concurrency().isEmpty()) {
                    unlimited.add(job);
                }
                if (isGroupOnly(job.mapping())) {
                    groupOnly.add(job.mapping());
                }
            }
        }
        if (!unlimited.isEmpty()) {
            Finding.Builder finding = at(in.at(workflow.on().get()));
            unlimited.forEach(job -> finding.related(
                    in.at(job.name().orElse(job.id()).span()).labelled("this job has no 'concurrency'")));
            limit(workflow).ifPresent(finding::fix);
            in.report(finding.message("Outdated runs of the workflow are not cancelled: a job has no 'concurrency'")
                    .remedy(REMEDY)
                    .subject("missing"));
        }
        if (!groupOnly.isEmpty()) {
            Finding.Builder finding = at(in.at(workflow.on().get()));
            fixGroups(groupOnly).ifPresent(finding::fix);
            in.report(finding.message("A job does not say whether a newer run cancels an older one")
                    .remedy(REMEDY)
                    .subject("cancel"));
        }
    }

    /** Says what holds by itself: a newer run waits. */
    private static Optional<Fix> fixGroups(List<YamlMapping> parents) {
        List<Fix.Edit> edits = new ArrayList<>();
        for (YamlMapping parent : parents) {
            YamlMapping.Entry entry = parent.entry("concurrency").orElseThrow();
            String group = ((YamlScalar) entry.value()).value();
            Optional<Fix.Edit> edit = YamlEdits.spread(
                    parent,
                    entry,
                    List.of(new YamlEdits.Pair("group", group), new YamlEdits.Pair("cancel-in-progress", "false")));
            if (edit.isEmpty()) {
                return Optional.empty();
            }
            edits.add(edit.get());
        }
        return Optional.of(new Fix("Say that a newer run waits for an older one, as it does already", true, edits));
    }

    /** Not for what is called as well: it would be of one group with its caller, and wait for it or cancel it. */
    private static Optional<Fix> limit(Workflow workflow) {
        List<YamlEdits.Pair> values = List.of(
                new YamlEdits.Pair(
                        "group", "${{ github.workflow }}-${{ github.event.pull_request.number || github.ref }}"),
                new YamlEdits.Pair("cancel-in-progress", "${{ startsWith(github.event_name, 'pull_request') }}"));
        return workflow.runsOn("workflow_call")
                ? Optional.empty()
                : YamlEdits.insert(workflow.mapping(), List.of("permissions", "on"), "concurrency", values)
                        .map(edit -> Fix.of("Cancel outdated runs of pull requests, and let others wait", false, edit));
    }

    /** Whether {@code concurrency} is a text, which can only be the group's name. */
    private static boolean isGroupOnly(YamlMapping parent) {
        Optional<YamlScalar> scalar = parent.scalar("concurrency");
        return scalar.isPresent() && !scalar.get().isNull();
    }
}
