package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ContainerCommand;
import io.github.mavenhardening.core.shell.Runners;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The agents that steps run, by actions and commands that are known. */
public final class Agents {

    private static final Map<String, List<Fact>> ACTIONS = read(ResourceLines.of(Agents.class, "agents.txt"));
    /** The same by the name without the owner, where it says that it is an agent of that maker. */
    private static final Map<String, List<Fact>> COPIED = copied();
    /** The input by which actions are given what they ask a model. */
    private static final String PROMPT = "prompt";

    private static final List<Fact> UNKNOWN = List.of(new Fact("prompt", PROMPT), new Fact("unknown", ""));

    private static final Map<String, List<Fact>> COMMANDS = read(ResourceLines.of(Agents.class, "agent-commands.txt"));
    private static final List<String> FREEDOMS = ResourceLines.of(Agents.class, "agent-freedoms.txt");

    /** Hosts that have a model answer. Source: each maker's reference of its interface, read in 2026-11. */
    private static final List<String> MODEL_HOSTS = List.of(
            "api.openai.com/",
            "api.anthropic.com/",
            "generativelanguage.googleapis.com/",
            "models.github.ai/",
            "models.inference.ai.azure.com/",
            "openrouter.ai/api/",
            "api.mistral.ai/",
            "api.groq.com/",
            "api.deepseek.com/",
            "api.x.ai/");

    /** What stands between words of arguments and of settings. */
    private static final Pattern WORD_ENDS = Pattern.compile("[\\s\"',\\[\\]{}:]+");

    private static final Pattern TOOL_WITH_COMMANDS = Pattern.compile("[A-Za-z_]{1,40}\\(.*");

    private record Fact(String kind, String value) {}

    private Agents() {}

    private static Map<String, List<Fact>> read(List<String> lines) {
        Map<String, List<Fact>> read = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split("\\s+", -1);
            List<Fact> facts = new ArrayList<>();
            for (int i = 1; i < words.length; i++) {
                String[] parts = words[i].split(":", 2);
                facts.add(new Fact(parts[0], parts.length > 1 ? parts[1] : ""));
            }
            read.put(words[0].toLowerCase(Locale.ROOT), List.copyOf(facts));
        }
        return Map.copyOf(read);
    }

    private static Map<String, List<Fact>> copied() {
        Map<String, List<Fact>> copied = new HashMap<>();
        for (Map.Entry<String, List<Fact>> action : ACTIONS.entrySet()) {
            String name = action.getKey().substring(action.getKey().lastIndexOf('/') + 1);
            if (name.matches("(?:claude|run-gemini|gemini|codex|qwen)-.{1,40}")) {
                copied.put(name, action.getValue());
            }
        }
        return Map.copyOf(copied);
    }

    /** The agent that the action of a step runs, by what stands there; empty where it is known to run none. */
    public static Optional<Agent> of(Step step) {
        EnvironmentScope own = EnvironmentScope.of(Optional.of(step), Optional.empty(), Optional.empty());
        return of(step, own, value -> List.of(value.value()));
    }

    /**
     * The same where the values that it is given are filled in.
     *
     * @param variables the variables that it has
     * @param texts what a value may come to
     */
    public static Optional<Agent> of(Step step, EnvironmentScope variables, Function<YamlScalar, List<String>> texts) {
        Optional<Uses.Repository> repository = step.repository();
        if (repository.isEmpty()) {
            return Optional.empty();
        }
        NamedValues with = step.uses().orElseThrow().with();
        List<Fact> facts = facts(repository.get(), with);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        List<YamlScalar> prompts = new ArrayList<>();
        List<YamlScalar> files = new ArrayList<>();
        Optional<YamlScalar> anyone = Optional.empty();
        Optional<YamlScalar> bots = Optional.empty();
        Optional<Agent.Loose> loose = Optional.empty();
        Agent.Power power = power(facts);
        boolean isTight = false;
        for (Fact fact : facts) {
            String[] parts = fact.value().split("=", 2);
            Optional<YamlScalar> given = with.scalar(parts[0]);
            if (given.isEmpty()) {
                continue;
            }
            String text = given.get().value();
            switch (fact.kind()) {
                case "prompt" -> prompts.add(given.get());
                case "file" -> files.add(given.get());
                case "anyone" -> anyone = isEveryone(text) ? given : anyone;
                case "bots" -> bots = isEveryone(text) ? given : bots;
                case "loose" ->
                    loose = isOne(parts[1], texts.apply(given.get()))
                            ? Optional.of(new Agent.Loose(parts[1], given.get()))
                            : loose;
                case "only" -> power = AgentTools.only(text, power);
                case "tight" -> isTight |= text.strip().equals(parts[1]);
                case "arguments" -> {
                    for (String possible : texts.apply(given.get())) {
                        Optional<Agent.Loose> found = loose(List.of(WORD_ENDS.split(possible)), given.get());
                        boolean isKept = found.isPresent() && AgentTools.refusesShell(possible);
                        power = AgentTools.power(possible, isKept ? Agent.Power.COMMANDS : power);
                        loose = loose.isPresent() || isKept ? loose : found;
                    }
                }
                case "settings" -> {
                    for (String possible : texts.apply(given.get())) {
                        power = AgentTools.settings(possible, power);
                        loose = loose.isPresent() ? loose : loose(List.of(WORD_ENDS.split(possible)), given.get());
                        if (loose.isEmpty() && power == Agent.Power.COMMANDS && AgentTools.turnsSandboxOff(possible)) {
                            loose = Optional.of(new Agent.Loose("sandbox: false", given.get()));
                        }
                    }
                }
                default -> {}
            }
        }
        if (loose.isPresent()) {
            power = Agent.Power.COMMANDS;
        } else if (isTight) {
            power = Agent.Power.LIMITED;
        }
        power = permitted(facts, variables::literal, power, false);
        return Optional.of(new Agent(
                repository.get().target(),
                prompts,
                files,
                power,
                has(facts, "reads"),
                has(facts, "asks") && anyone.isEmpty(),
                anyone,
                bots,
                loose));
    }

    /** What is known of an action: of another owner's copy of one the same, and of any other that it takes what a model is asked. */
    private static List<Fact> facts(Uses.Repository repository, NamedValues with) {
        List<Fact> known = ACTIONS.get(repository.key());
        if (known != null) {
            return known;
        }
        List<Fact> copied =
                COPIED.get(repository.key().substring(repository.key().lastIndexOf('/') + 1));
        if (copied != null) {
            return copied;
        }
        return with.get(PROMPT).isPresent() ? UNKNOWN : List.of();
    }

    /**
     * The agent that a command of a script runs without asking anyone; empty where it is known to run none.
     *
     * @param variables the variables that the script has
     */
    public static Optional<Agent> of(ShellCommand written, YamlScalar script, EnvironmentScope variables) {
        Optional<ShellCommand> started = started(written);
        if (started.isEmpty()) {
            return Optional.empty();
        }
        ShellCommand command = started.get();
        List<Fact> facts = COMMANDS.get(command.name());
        List<String> words = command.arguments();
        Function<String, Optional<String>> variable =
                name -> Optional.ofNullable(written.assignments().get(name)).or(() -> variables.literal(name));
        Optional<Agent.Loose> loose = loose(words, script);
        Agent.Power power = power(facts);
        boolean isTight = false;
        for (Fact fact : facts) {
            boolean isVariable = fact.kind().endsWith("-variable");
            boolean isGiven = !fact.value().isEmpty() && isAmong(fact.value(), words);
            if (isVariable ? isSet(fact.value(), variable) : isGiven) {
                switch (fact.kind()) {
                    case "loose", "loose-variable" -> loose = Optional.of(new Agent.Loose(fact.value(), script));
                    case "only" ->
                        power = AgentTools.only(command.value(fact.value()).orElse(""), power);
                    case "commands" -> power = Agent.Power.COMMANDS;
                    case "edits" -> power = power == Agent.Power.COMMANDS ? power : Agent.Power.EDITS;
                    case "tight", "tight-variable" -> isTight = true;
                    default -> {}
                }
            }
        }
        boolean isOpen = loose.isPresent();
        power = AgentTools.power(options(facts, words), isOpen ? Agent.Power.COMMANDS : power);
        power = permitted(facts, variable, isTight && !isOpen ? Agent.Power.LIMITED : power, isOpen);
        return Optional.of(new Agent(
                command.name(),
                List.of(),
                List.of(),
                power,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                power == Agent.Power.COMMANDS ? loose : Optional.empty()));
    }

    /** What is left where a variable holds what an agent is permitted. */
    private static Agent.Power permitted(
            List<Fact> facts, Function<String, Optional<String>> variable, Agent.Power power, boolean answersYes) {
        Agent.Power left = power;
        for (Fact fact : facts) {
            Optional<Agent.Power> permitted = fact.kind().equals("permissions")
                    ? variable.apply(fact.value()).flatMap(text -> OpenCodePermissions.power(text, answersYes))
                    : Optional.empty();
            if (permitted.isPresent() && permitted.get().compareTo(left) < 0) {
                left = permitted.get();
            }
        }
        return left;
    }

    /** Whether a variable has the value behind {@code =}. */
    private static boolean isSet(String wanted, Function<String, Optional<String>> variable) {
        String[] parts = wanted.split("=", 2);
        return variable.apply(parts[0])
                .filter(text -> text.strip().equals(parts[1]))
                .isPresent();
    }

    /** The words without the prompt, in which tools may be named as well: options, their values, and tools behind these. */
    private static String options(List<Fact> facts, List<String> words) {
        StringBuilder options = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean isOption = word.startsWith("-");
            String before = i > 0 && !isOption ? words.get(i - 1) : "";
            boolean isAsked = runs(facts, List.of(before));
            boolean isTool = before.startsWith("-") || word.indexOf(' ') < 0;
            if (isOption
                    || (!isAsked && (isTool || TOOL_WITH_COMMANDS.matcher(word).matches()))) {
                options.append(word).append(' ');
            }
        }
        return options.toString();
    }

    /** Whether a program of that name may be an agent, or run one. */
    public static boolean mayStart(String name) {
        return COMMANDS.containsKey(name) || Runners.isOne(name);
    }

    /** The command of the agent that a command starts, by itself, from a package, or in a container whose image has its name. */
    public static Optional<ShellCommand> started(ShellCommand command) {
        if (!mayStart(command.name())) {
            return Optional.empty();
        }
        ShellCommand inner = Runners.inner(command);
        Optional<ContainerCommand> container = ContainerCommand.of(inner);
        Optional<ShellCommand> run =
                Optional.of(container.map(ContainerCommand::image).orElse(inner));
        if (container.isPresent() && !isOne(run.get())) {
            // An image of another name runs what stands behind it.
            run = container.get().program().map(Runners::inner);
        }
        return run.filter(Agents::isOne);
    }

    private static boolean isOne(ShellCommand command) {
        List<Fact> facts = COMMANDS.get(command.name());
        return facts != null && runs(facts, command.arguments());
    }

    private static boolean runs(List<Fact> facts, List<String> words) {
        for (Fact fact : facts) {
            for (String word : fact.kind().equals("run") ? words : List.<String>of()) {
                if (word.equals(fact.value())
                        || (fact.value().startsWith("--") && word.startsWith(fact.value() + "="))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a word is an address at which a model answers. */
    public static boolean isModel(String word) {
        for (String host : MODEL_HOSTS) {
            if (word.contains(host)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is an option of a command that is given a file with what an agent is asked. */
    public static boolean takesFile(String name, String word) {
        for (Fact fact : COMMANDS.getOrDefault(name, List.of())) {
            if (fact.kind().equals("file") && fact.value().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEveryone(String text) {
        for (String name : text.split(",", -1)) {
            if (name.strip().equals("*")) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(List<Fact> facts, String kind) {
        for (Fact fact : facts) {
            if (fact.kind().equals(kind) && fact.value().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Agent.Power power(List<Fact> facts) {
        if (has(facts, "unknown")) {
            return Agent.Power.UNKNOWN;
        }
        return has(facts, "commands")
                ? Agent.Power.COMMANDS
                : has(facts, "edits")
                        ? Agent.Power.EDITS
                        : has(facts, "network") ? Agent.Power.NETWORK : Agent.Power.LIMITED;
    }

    private static boolean isOne(String wanted, List<String> texts) {
        for (String text : texts) {
            if (text.strip().equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Agent.Loose> loose(List<String> words, YamlScalar given) {
        for (String freedom : FREEDOMS) {
            if (isAmong(freedom, words)) {
                return Optional.of(new Agent.Loose(freedom, given));
            }
        }
        return Optional.empty();
    }

    /** Whether an option is among words, its value behind {@code =} or as a word of its own. */
    private static boolean isAmong(String option, List<String> words) {
        int equals = option.indexOf('=');
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(option)
                    || word.replace("\"", "").equals(option)
                    || (equals > 0
                            && i > 0
                            && word.equals(option.substring(equals + 1))
                            && words.get(i - 1).equals(option.substring(0, equals)))) {
                return true;
            }
        }
        return false;
    }
}
