package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.Runners;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.text.ResourceLines;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The agents that steps run, by actions and commands that are known. */
public final class Agents {

    private static final Map<String, List<Fact>> ACTIONS = read(ResourceLines.of(Agents.class, "agents.txt"));
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

    /** A tool that runs commands, and those that it is restricted to. */
    private static final Pattern SHELL_TOOL =
            Pattern.compile("\\b(?:Bash|run_shell_command|shell)\\b(?!['\"]?\\s{0,5}:)(?:\\(([^)]{0,200})\\))?");
    /** Commands that are as good as any: interpreters, build tools, and those that send something somewhere. */
    private static final Pattern ANY_COMMAND = Pattern.compile(
            "\\s{0,5}(?:|:?\\*|(?:git|gh|npm|npx|pnpm|yarn|bun|node|deno|python3?|pip3?|make|mvn|gradle|cargo|go|bash|sh|curl|wget|env|printenv|find|xargs|docker)"
                    + "(?::?\\s{0,3}\\*)?|gh api.*|git push.*|(?:curl|wget|python3?|node|npm|npx|bash|sh|make|mvn|docker)\\s.*)\\s{0,5}");

    /** Commands of {@code gh} that write, or all of a kind of which some do. */
    private static final Pattern WRITES = Pattern.compile(
            "\\s{0,5}gh\\s{1,5}(?!search\\b)[a-z-]{1,20}(?:\\s{0,3}:?\\*|\\s{1,5}(?!view|list|status|diff|checks|watch|download)[a-z*-]{1,20}.{0,200})?");

    private static final Pattern EDIT_TOOL =
            Pattern.compile("\\b(?:Edit|Write|MultiEdit|NotebookEdit|write_file|replace|acceptEdits)\\b");
    private static final Pattern NETWORK_TOOL =
            Pattern.compile("\\b(?:WebFetch|WebSearch|web_fetch|google_web_search)\\b");
    /** In settings, a list of all tools that there are for the agent. */
    private static final Pattern LISTED_TOOLS =
            Pattern.compile("\"(?:coreTools|core)\"\\s{0,9}:\\s{0,9}\\[([^\\]]{0,2000})\\]");
    /** What is refused is not allowed. */
    private static final Pattern REFUSED = Pattern.compile(
            "--(?:disallowed-?[tT]ools|deny-tool)[ =](?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|\\S{1,2000})|\"deny\"\\s{0,9}:\\s{0,9}\\[[^\\]]{0,2000}\\]");

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

    /** The agent that the action of a step runs, by what stands there; empty where it is known to run none. */
    public static Optional<Agent> of(Step step) {
        return of(step, value -> List.of(value.value()));
    }

    /**
     * The same where the values that it is given are filled in.
     *
     * @param texts what a value may come to
     */
    public static Optional<Agent> of(Step step, Function<YamlScalar, List<String>> texts) {
        Optional<Uses.Repository> repository = step.repository();
        if (repository.isEmpty()) {
            return Optional.empty();
        }
        String target = repository.get().key();
        List<Fact> facts = ACTIONS.get(target);
        if (facts == null) {
            return Optional.empty();
        }
        NamedValues with = step.uses().orElseThrow().with();
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
                case "tight" -> isTight |= text.strip().equals(parts[1]);
                case "arguments" -> {
                    for (String possible : texts.apply(given.get())) {
                        power = power(possible, power);
                        loose = loose.isPresent() ? loose : loose(possible, given.get());
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

    /** The agent that a command of a script runs without asking anyone; empty where it is known to run none. */
    public static Optional<Agent> of(ShellCommand written, YamlScalar script) {
        Optional<ShellCommand> started = started(written);
        if (started.isEmpty()) {
            return Optional.empty();
        }
        ShellCommand command = started.get();
        List<Fact> facts = COMMANDS.get(command.name());
        String all = String.join(" ", command.arguments());
        Optional<Agent.Loose> loose = Optional.empty();
        for (String word : command.arguments()) {
            if (FREEDOMS.contains(word) || (command.name().equals("gemini") && word.equals("-y"))) {
                loose = Optional.of(new Agent.Loose(word, script));
            }
        }
        return Optional.of(new Agent(
                command.name(),
                List.of(),
                List.of(),
                loose.isPresent() ? Agent.Power.COMMANDS : power(all, power(facts)),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                loose));
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
        ShellCommand ofImage = Runners.ofImage(inner);
        if (!isOne(ofImage)
                && ofImage.words().size() > 1
                && ofImage.words().size() < inner.words().size()) {
            // An image of another name runs what stands behind it.
            ofImage = Runners.inner(new ShellCommand(
                    ofImage.arguments(), command.assignments(), command.pipeline(), command.from(), command.to()));
        }
        return isOne(ofImage) ? Optional.of(ofImage) : Optional.empty();
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
            if (fact.kind().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private static Agent.Power power(List<Fact> facts) {
        return has(facts, "commands")
                ? Agent.Power.COMMANDS
                : has(facts, "edits") ? Agent.Power.EDITS : Agent.Power.LIMITED;
    }

    /** What arguments or settings let an agent do, that may do so much without them. */
    private static Agent.Power power(String text, Agent.Power without) {
        Matcher listed = LISTED_TOOLS.matcher(text);
        if (listed.find()) {
            return tools(listed.group(1), Agent.Power.LIMITED);
        }
        return tools(REFUSED.matcher(text).replaceAll(" "), without);
    }

    private static Agent.Power tools(String text, Agent.Power without) {
        Matcher shell = SHELL_TOOL.matcher(text);
        boolean writes = false;
        while (shell.find()) {
            String only = shell.group(1);
            if (only == null || ANY_COMMAND.matcher(only).matches()) {
                return Agent.Power.COMMANDS;
            }
            writes |= WRITES.matcher(only).matches();
        }
        Agent.Power found = EDIT_TOOL.matcher(text).find()
                ? Agent.Power.EDITS
                : NETWORK_TOOL.matcher(text).find()
                        ? Agent.Power.NETWORK
                        : writes ? Agent.Power.FORGE : Agent.Power.LIMITED;
        return found.compareTo(without) > 0 ? found : without;
    }

    private static boolean isOne(String wanted, List<String> texts) {
        for (String text : texts) {
            if (text.strip().equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Agent.Loose> loose(String text, YamlScalar given) {
        for (String word : text.split("[\\s\"',\\[\\]{}:]+", -1)) {
            if (FREEDOMS.contains(word)) {
                return Optional.of(new Agent.Loose(word, given));
            }
        }
        return Optional.empty();
    }
}
