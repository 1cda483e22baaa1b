package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.step.Agent;
import io.github.mavenhardening.core.workflow.step.StepCommands;

/** Finds agents whose sandbox or questions are off. */
@AutoService(Check.class)
@CheckInfo(
        id = "agent-unconfined",
        title = "An agent may do whatever it comes to",
        severity = Severity.MEDIUM,
        sources = {
            "https://github.com/openai/codex-action/blob/main/docs/security.md",
            "https://code.claude.com/docs/en/permissions",
            "https://github.com/google-gemini/gemini-cli/blob/main/docs/cli/sandbox.md"
        })
public final class AgentUnconfined implements WorkflowCheck {

    @Override
    public void step(Step step, WorkflowContext in) {
        for (Agent agent : AskedAgents.in(step, StepCommands.of(step, in), in)) {
            if (agent.loose().isEmpty()) {
                continue;
            }
            Agent.Loose loose = agent.loose().get();
            boolean hasRights = in.normalJob().isEmpty()
                    || AskedAgents.hasRights(in.normalJob().get(), in);
            in.report(at(in.at(loose.place().span()))
                    .severity(hasRights ? info().severity() : Severity.LOW)
                    .message("'" + loose.word() + "' lets the agent '" + agent.name()
                            + "' run any command, with all that the job has")
                    .remedy("Leave it out, and name the tools and commands that the agent needs")
                    .subject(agent.name() + " " + loose.word()));
        }
    }
}
