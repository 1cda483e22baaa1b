package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Located;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds triggers that run a workflow with secrets and a write token on input from outsiders. */
@AutoService(Check.class)
@CheckInfo(
        id = "dangerous-triggers",
        title = "A trigger runs with the repository's rights on input from outsiders",
        severity = Severity.HIGH,
        controls = "OSPS-BR-01.03",
        confidence = Confidence.MEDIUM,
        options = DangerousTriggers.Allowed.class,
        sources = {
            "https://docs.zizmor.sh/audits/#dangerous-triggers",
            "https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/"
        })
public final class DangerousTriggers implements WorkflowCheck {

    record Allowed(
            @Option(
                    value =
                            "The workflows that may have such a trigger, by path, each with the reason. An entry that nothing needs"
                                    + " any more is reported to the pedantic persona, as information: a policy may be shared",
                    matches = "\\S",
                    must = "say why the workflow may have such a trigger",
                    example = "{.github/workflows/label.yml: labels pull requests and checks nothing out}")
            Map<String, Located<String>> allow) {}

    /** An allowance that nothing needs would let the next such trigger in unseen. */
    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Map<String, Located<String>> unneeded =
                new TreeMap<>(in.options(Allowed.class).allow());
        for (Workflow workflow : definitions.workflows()) {
            if (of(workflow).isPresent()) {
                unneeded.remove(workflow.path());
            }
        }
        // A policy that many repositories share allows what some of them do not have: only those who ask for it see it.
        for (Map.Entry<String, Located<String>> entry : unneeded.entrySet()) {
            in.report(at(entry.getValue().location())
                    .severity(Severity.INFO)
                    .persona(Persona.PEDANTIC)
                    .confidence(Confidence.HIGH)
                    .message("'" + entry.getKey() + "' is listed as allowed to have a dangerous trigger, but has none")
                    .remedy("Remove the line")
                    .subject("allow " + entry.getKey()));
        }
    }

    /** The first of the dangerous triggers that a workflow has. */
    static Optional<Trigger> of(Workflow workflow) {
        for (String event : Trigger.DANGEROUS) {
            Optional<Trigger> trigger = workflow.trigger(event);
            if (trigger.isPresent()) {
                return trigger;
            }
        }
        return Optional.empty();
    }

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        if (in.options(Allowed.class).allow().containsKey(workflow.path())) {
            return;
        }
        for (String event : Trigger.DANGEROUS) {
            Optional<Trigger> trigger = workflow.trigger(event);
            if (trigger.isPresent() && !(event.equals("pull_request_target") && isLabellerAlone(workflow))) {
                report(workflow, trigger.get(), in);
            }
        }
    }

    private void report(Workflow workflow, Trigger trigger, WorkflowContext in) {
        Span on = workflow.on().orElse(trigger.span());
        in.report(at(in.at(isOnlyEvent(workflow) ? on : trigger.event().span()))
                .scope(isBlock(workflow) ? workflow.document().withCommentsBelow(on) : on)
                .exposure(Exposure.ANYONE)
                .message("'" + trigger.event().value()
                        + "' runs with access to secrets and the repository's token, on input that"
                        + " anyone can send")
                .remedy("Do not run what outsiders send and do not expand it into a script; "
                        + (trigger.is("issue_comment")
                                ? "where only members may give commands, ask for the commenter's rights first"
                                : "where 'pull_request' is enough, use that"))
                .subject(trigger.event().value()));
    }

    /** Whether {@code on} names an event without a list. */
    private static boolean isOnlyEvent(Workflow workflow) {
        return workflow.mapping().scalar("on").isPresent();
    }

    /** Whether the events stand on lines of their own, so that comments between and below them are about them. */
    private static boolean isBlock(Workflow workflow) {
        Optional<YamlNode> on = workflow.mapping().get("on");
        if (on.isEmpty() || on.get() instanceof YamlScalar) {
            return false;
        }
        char first = workflow.document().source().text().charAt(on.get().span().start());
        return first != '{' && first != '[';
    }

    /** One job of one step that labels pull requests is what the trigger was made for. */
    private static boolean isLabellerAlone(Workflow workflow) {
        List<Job> jobs = workflow.jobs();
        return jobs.size() == 1
                && jobs.get(0) instanceof NormalJob job
                && job.steps().size() == 1
                && job.steps().get(0).usesAction("actions/labeler");
    }
}
