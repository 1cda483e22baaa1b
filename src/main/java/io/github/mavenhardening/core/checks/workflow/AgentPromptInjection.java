package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.step.Agent;

/** Finds agents that read text of outsiders. */
@AutoService(Check.class)
@CheckInfo(
        id = "agent-prompt-injection",
        title = "An agent reads text of an outsider, who may instruct it",
        severity = Severity.HIGH,
        sources = {
            "https://genai.owasp.org/llmrisk/llm01-prompt-injection/",
            "https://github.com/anthropics/claude-code-action/blob/main/docs/security.md",
            "https://github.com/zizmorcore/zizmor/issues/1605"
        })
public final class AgentPromptInjection implements WorkflowCheck {

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        for (AskedAgents.Asked asked : AskedAgents.of(job, in)) {
            in.report(finding(asked, job, in)
                    .confidence(isGated(asked) ? Confidence.LOW : Confidence.MEDIUM)
                    .message(message(asked)));
        }
        for (AskedAgents.Asked asked : AskedAgents.toldToRead(job, in)) {
            Agent agent = asked.agent();
            in.report(finding(asked, job, in)
                    .confidence(Confidence.LOW)
                    .message("The agent '" + agent.name() + "', which " + may(agent.power()) + ", is asked to read '"
                            + asked.sink().text() + "', where an outsider can instruct it"));
        }
    }

    /** A command may be given the text in many ways, of which where it comes from says more. */
    private static String message(AskedAgents.Asked asked) {
        String agent = "the agent '" + asked.agent().name() + "', which "
                + may(asked.agent().power());
        if (!asked.sink().text().equals(asked.agent().name())) {
            return "`" + asked.sink().text() + "` lets an outsider instruct " + agent;
        }
        return asked.sink().step().step().run().isPresent()
                ? "What an outsider wrote reaches " + agent + ", and can instruct it"
                : "T" + agent.substring(1) + ", reads by itself what an outsider wrote, and can be instructed by it";
    }

    private Finding.Builder finding(AskedAgents.Asked asked, NormalJob job, WorkflowContext in) {
        boolean isIdle = asked.agent().isIdle();
        return asked.sink()
                .taint()
                .explain(at(asked.sink().place()))
                .severity(severity(isGated(asked) || isIdle, AskedAgents.hasRights(job, in)))
                .exposure(Exposure.ANYONE)
                .remedy(
                        "Let the agent start only for people with rights in the repository, in a job that has no secret and"
                                + " a token that may only read, and name the few commands that it may run")
                .subject(FollowedText.subject(asked.sink(), job, in));
    }

    private static boolean isGated(AskedAgents.Asked asked) {
        return asked.sink().guarded() || asked.agent().asks();
    }

    private static Severity severity(boolean isSmall, boolean hasRights) {
        return isSmall ? Severity.LOW : hasRights ? Severity.HIGH : Severity.MEDIUM;
    }

    private static String may(Agent.Power power) {
        return switch (power) {
            case UNKNOWN -> "may have tools that are not known here";
            case LIMITED -> "answers whatever it is made to";
            case FORGE -> "may write to issues and pull requests";
            case NETWORK -> "may send what it reads to any address";
            case EDITS -> "may change files of the workspace";
            case COMMANDS -> "may run commands";
        };
    }
}
