package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.checkout.OutsideCode;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.Optional;

/** Finds steps that run code of a workspace that an agent wrote after it read what an outsider words. */
@AutoService(Check.class)
@CheckInfo(
        id = "agent-workspace-exec",
        title = "A step runs what an agent may have written at an outsider's word",
        severity = Severity.HIGH,
        sources = {
            "https://genai.owasp.org/llmrisk/llm01-prompt-injection/",
            "https://github.com/openai/codex-action/blob/main/docs/security.md"
        })
public final class AgentWorkspaceExec implements WorkflowCheck {

    @Override
    @SuppressWarnings("ReferenceEquality") // Another step may say the same.
    public void normalJob(NormalJob job, WorkflowContext in) {
        Optional<AskedAgents.Asked> writing = Optional.empty();
        for (AskedAgents.Asked asked : AskedAgents.of(job, in)) {
            boolean isOpen = !asked.agent().asks() && !asked.sink().guarded();
            writing = writing.isPresent() || !isOpen || !asked.agent().edits() ? writing : Optional.of(asked);
        }
        if (writing.isEmpty()) {
            return;
        }
        boolean isAfter = false;
        for (ReachedStep reached : JobSteps.of(job, in.workflow().orElseThrow(), in.definitions())) {
            Optional<String> runs = isAfter ? OutsideCode.ofWorkspace(reached) : Optional.empty();
            if (runs.isPresent()) {
                in.report(reached.explain(writing.get()
                        .sink()
                        .taint()
                        .explain(at(reached.place()))
                        .severity(AskedAgents.hasRights(job, in) ? info().severity() : Severity.MEDIUM)
                        .confidence(Confidence.MEDIUM)
                        .exposure(Exposure.ANYONE)
                        .message("'" + runs.get() + "' runs in the workspace that the agent '"
                                + writing.get().agent().name() + "' may have changed at an outsider's word")
                        .remedy("Let the agent be the last step of its job, and hand on what it wrote as a change to be"
                                + " reviewed")
                        .subject(job.id().value() + " " + runs.get())));
                return;
            }
            isAfter |= reached.step() == writing.get().sink().step().step();
        }
    }
}
