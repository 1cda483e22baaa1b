package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.SecretNames;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.flow.NamedFiles;
import io.github.mavenhardening.core.workflow.flow.Sink;
import io.github.mavenhardening.core.workflow.graph.GivenTexts;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.Agent;
import io.github.mavenhardening.core.workflow.step.Agents;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The agents of a job. */
final class AskedAgents {

    /** An agent that reads text of an outsider. */
    record Asked(Agent agent, Sink sink) {}

    /** Permissions by which a model answers, and is paid for it. */
    private static final Set<String> OF_MODELS = Set.of("copilot-requests", "models");

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

    /**
     * Those that may change files or run commands and are asked to read a file with text of an outsider, in runs with the
     * repository's rights: each step once.
     */
    static List<Asked> toldToRead(NormalJob job, WorkflowContext in) {
        Map<Location, Asked> asked = new LinkedHashMap<>();
        Map<Location, List<String>> prompts = new HashMap<>();
        for (Sink sink : FollowedText.sinks(Sink.Kind.FILE, job, in)) {
            List<Agent> agents = sink.privileged() && !asked.containsKey(sink.place())
                    ? in(sink.step().step(), sink.step().commands(), in)
                    : List.of();
            if (agents.isEmpty() || !agents.get(0).edits()) {
                continue;
            }
            Agent agent = agents.get(0);
            // Words of commands were looked at where these are followed.
            boolean isNamed = sink.step().step().run().isPresent();
            for (String prompt : prompts.computeIfAbsent(sink.place(), any -> prompts(sink, agent, job, in))) {
                isNamed |= NamedFiles.isNamed(sink.text(), prompt);
            }
            if (isNamed) {
                asked.put(sink.place(), new Asked(agent, sink));
            }
        }
        return List.copyOf(asked.values());
    }

    /** What an agent is asked by the inputs of its step. */
    private static List<String> prompts(Sink sink, Agent agent, NormalJob job, WorkflowContext in) {
        List<String> prompts = new ArrayList<>();
        for (YamlScalar prompt : agent.prompts()) {
            prompts.add(prompt.value());
        }
        for (YamlScalar file : agent.files()) {
            String path = WorkPath.within("", sink.step().frame().text(file).orElse(file.value()));
            prompts.add(text(origin(path, job, in), in));
        }
        return prompts;
    }

    /** The file that a script of the job copies to a path; the path itself where none does. */
    private static String origin(String path, NormalJob job, WorkflowContext in) {
        for (ReachedStep reached : JobSteps.of(job, in.workflow().orElseThrow(), in.definitions())) {
            for (ShellCommand command : reached.commands()) {
                boolean copies = command.name().equals("cp") || command.name().equals("mv");
                if (copies && WorkPath.within("", command.operand(1)).equals(path)) {
                    return WorkPath.within("", command.operand(0));
                }
            }
        }
        return path;
    }

    private static String text(String path, WorkflowContext in) {
        Repository repository = in.run().repository();
        try {
            return repository.isFile(path) ? repository.read(path).text() : "";
        } catch (UnreadableFileException e) {
            return ""; // Silent: a prompt that is not read names no file; what cannot be read is a gap of the check of
            // definitions.
        }
    }

    /** The agents of a step: its action's, or those of its commands. */
    static List<Agent> in(Step step, List<ShellCommand> commands, WorkflowContext in) {
        Optional<Definition> definition = in.definition();
        EnvironmentScope variables = EnvironmentScope.of(Optional.of(step), in.normalJob(), in.workflow());
        Optional<Agent> ofAction = definition.isPresent()
                ? Agents.of(step, variables, value -> GivenTexts.of(value, definition.get(), in.definitions()))
                : Agents.of(step);
        if (ofAction.isPresent()) {
            return List.of(ofAction.get());
        }
        List<Agent> agents = new ArrayList<>();
        if (step.body() instanceof Step.RunScript run) {
            for (ShellCommand command : commands) {
                Optional<Agent> ofCommand = Agents.of(command, run.script(), variables);
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
        if (permissions.isEmpty() || permissions.get().allowsWriteBeyond(OF_MODELS)) {
            return true;
        }
        for (SecretUse use : SecretUse.of(job, in.workflow().orElseThrow(), in.definitions())) {
            if (!SecretNames.isForModel(use.name())) {
                return true;
            }
        }
        return false;
    }
}
