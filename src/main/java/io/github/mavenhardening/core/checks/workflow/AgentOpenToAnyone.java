package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.checkout.Guard;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.Callers;
import io.github.mavenhardening.core.workflow.step.Agent;
import io.github.mavenhardening.core.workflow.step.Agents;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds agents that everyone, or every program, may start. */
@AutoService(Check.class)
@CheckInfo(
        id = "agent-open-to-anyone",
        title = "An agent starts for everyone",
        severity = Severity.HIGH,
        sources = {
            "https://github.com/anthropics/claude-code-action/blob/main/docs/security.md",
            "https://github.com/openai/codex-action/blob/main/docs/security.md"
        })
public final class AgentOpenToAnyone implements WorkflowCheck {

    /** Events that only who may write to the repository, or its schedule, sets off. */
    private static final Set<String> NEEDING_RIGHTS = Set.of(
            "workflow_dispatch",
            "repository_dispatch",
            "schedule",
            "push",
            "create",
            "delete",
            "release",
            "merge_group");

    @Override
    public void step(Step step, WorkflowContext in) {
        Optional<Agent> agent = Agents.of(step);
        if (agent.isEmpty()) {
            return;
        }
        Optional<NormalJob> job = in.normalJob();
        List<String> events = events(in);
        boolean isKept = Guard.keepsSenders(step.condition(), events)
                || (job.isPresent() && Guard.keepsSenders(job.get().condition(), events));
        boolean isIdle = agent.get().isIdle();
        boolean hasRights = job.isEmpty() || AskedAgents.hasRights(job.get(), in);
        if (agent.get().anyone().isPresent() && isOpen(in)) {
            Severity severity = isKept || (isIdle && !hasRights)
                    ? Severity.LOW
                    : isIdle || !hasRights ? Severity.MEDIUM : info().severity();
            report(agent.get(), agent.get().anyone().get(), "people without any right in the repository", severity, in);
        }
        if (agent.get().bots().isPresent()) {
            report(
                    agent.get(),
                    agent.get().bots().get(),
                    "every program, also those that an outsider makes act",
                    isKept || isIdle ? Severity.LOW : Severity.MEDIUM,
                    in);
        }
    }

    private static List<String> events(WorkflowContext in) {
        List<String> names = new ArrayList<>();
        if (in.workflow().isPresent()) {
            for (Trigger trigger : in.workflow().get().triggers()) {
                names.add(trigger.event().value());
            }
        }
        return names;
    }

    /** Whether somebody without rights can start the run that the step is in. */
    private static boolean isOpen(WorkflowContext in) {
        if (in.workflow().isEmpty()) {
            return true;
        }
        for (CallPath way : Callers.of(in.workflow().get(), in.definitions())) {
            List<Trigger> triggers = way.triggers();
            for (Trigger trigger : triggers) {
                if (!NEEDING_RIGHTS.contains(trigger.event().value())) {
                    return true;
                }
            }
            if (triggers.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void report(Agent agent, YamlScalar place, String whom, Severity severity, WorkflowContext in) {
        in.report(at(in.at(place.span()))
                .severity(severity)
                .message("'*' lets the agent '" + agent.name() + "' start for " + whom)
                .remedy("Leave the input out, or name those who may start it")
                .subject(agent.name() + " " + whom));
    }
}
