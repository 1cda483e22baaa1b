package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.shell.Runners;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.flow.Sink;
import io.github.mavenhardening.core.workflow.graph.GivenTexts;
import io.github.mavenhardening.core.workflow.step.Agent;
import io.github.mavenhardening.core.workflow.step.Agents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The agents of a job. */
final class AskedAgents {

    /** Names of secrets with which a model's maker is paid. */
    private static final Pattern OWN_KEY = Pattern.compile(
            "(?:.*_)?(?:ANTHROPIC|CLAUDE|OPENAI|CODEX|GEMINI|GOOGLE_API|COPILOT|QWEN|WARP|CURSOR|OPENROUTER)(?:_.*)?");

    /** An agent that reads text of an outsider. */
    record Asked(Agent agent, Sink sink) {}

    private AskedAgents() {}

    /** Those that read text of outsiders in runs with the repository's rights. */
    static List<Asked> of(NormalJob job, WorkflowContext in) {
        List<Asked> asked = new ArrayList<>();
        for (Sink sink : FollowedText.sinks(Sink.Kind.PROMPT, job, in)) {
            List<Agent> agents = in(sink.step().step(), sink.step().commands(), in);
            if (sink.privileged() && !agents.isEmpty()) {
                asked.add(new Asked(agents.get(0), sink));
            }
        }
        return List.copyOf(asked);
    }

    /** The agents of a step: its action's, or those of its commands. */
    static List<Agent> in(Step step, List<ShellCommand> commands, WorkflowContext in) {
        Optional<Definition> definition = in.definition();
        Optional<Agent> ofAction = definition.isPresent()
                ? Agents.of(step, value -> GivenTexts.of(value, definition.get(), in.definitions()))
                : Agents.of(step);
        if (ofAction.isPresent()) {
            return List.of(ofAction.get());
        }
        List<Agent> agents = new ArrayList<>();
        if (step.body() instanceof Step.RunScript run) {
            for (ShellCommand command : commands) {
                Optional<Agent> ofCommand = Agents.of(Runners.inner(command), run.script());
                if (ofCommand.isPresent()) {
                    agents.add(ofCommand.get());
                }
            }
        }
        return List.copyOf(agents);
    }

    /** Whether a job has what is worth taking: a token that may write, or a secret beside the key of the agent itself. */
    static boolean hasRights(NormalJob job, WorkflowContext in) {
        Optional<Permissions> permissions = in.permissions();
        if (permissions.isEmpty() || permissions.get().allowsWrite()) {
            return true;
        }
        for (SecretUse use : SecretUse.of(job, in.workflow().orElseThrow(), in.definitions())) {
            if (!OWN_KEY.matcher(use.name()).matches()) {
                return true;
            }
        }
        return false;
    }
}
