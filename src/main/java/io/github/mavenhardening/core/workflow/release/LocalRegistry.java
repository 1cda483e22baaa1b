package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.OwnMachine;
import io.github.mavenhardening.core.shell.Runners;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The registry that the steps of a job so far have set up, or a variable names: on the own machine, nothing is published there. */
final class LocalRegistry {

    /** What publishes packages of Node. */
    static final Set<String> NODE = Set.of("npm", "pnpm", "yarn", "bun", "lerna", "changeset", "semantic-release");

    private static final Set<String> WRITERS = Set.of("echo", "printf", "cat", "tee");
    private static final Pattern SETTING =
            Pattern.compile("(?:@[\\w.-]{1,100}:)?(?:registry|npmRegistryServer|npmPublishRegistry)");
    private static final Pattern LINE = Pattern.compile(
            "(?m)^\\s{0,20}(?:@[\\w.-]{1,100}:)?(?:registry\\s{0,5}=|npm(?:RegistryServer|PublishRegistry):)\\s{0,5}[\"']?([^\\s\"']{1,300})");

    /** By what a program's name begins with, the variables that name its registry. */
    private static final Map<String, List<String>> VARIABLES = Map.of(
            "npm", List.of("NPM_CONFIG_REGISTRY", "npm_config_registry"),
            "pnpm", List.of("NPM_CONFIG_REGISTRY", "npm_config_registry"),
            "yarn", List.of("YARN_NPM_PUBLISH_REGISTRY", "YARN_NPM_REGISTRY_SERVER", "YARN_REGISTRY"),
            "twine", List.of("TWINE_REPOSITORY_URL"),
            "uv", List.of("UV_PUBLISH_URL"));

    private boolean isLocal;

    /** Notes what an action sets up. */
    void note(Step step) {
        if (step.usesAction("actions/setup-node") && step.input("registry-url").isPresent()) {
            isLocal = OwnMachine.isAddress(step.input("registry-url").get().value());
        }
    }

    /** Notes what a command sets up. */
    void note(ShellCommand command) {
        List<String> words = command.arguments();
        if (NODE.contains(command.name()) && words.contains("set")) {
            noteSetting(words, words.indexOf("set") + 1);
        } else if (WRITERS.contains(command.name())) {
            for (String word : words) {
                Matcher line = LINE.matcher(word);
                while (line.find()) {
                    isLocal = OwnMachine.isAddress(line.group(1));
                }
            }
        }
    }

    private void noteSetting(List<String> words, int from) {
        for (int i = from; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            if (SETTING.matcher(word).matches() && i + 1 < words.size()) {
                isLocal = OwnMachine.isAddress(words.get(i + 1));
            } else if (equals > 0 && SETTING.matcher(word.substring(0, equals)).matches()) {
                isLocal = OwnMachine.isAddress(word.substring(equals + 1));
            }
        }
    }

    /** Whether what a command publishes stays there; an option of its own counts first, then a variable. */
    boolean takes(ShellCommand command, ReachedStep reached) {
        ShellCommand run = Runners.inner(command);
        if (OwnMachine.registry(run).isPresent()) {
            // On the own machine, the command is none that publishes.
            return false;
        }
        for (String name : VARIABLES.getOrDefault(run.name(), List.of())) {
            Optional<String> value = Optional.ofNullable(run.assignments().get(name))
                    .or(() -> reached.variable(name).map(YamlScalar::value));
            if (value.isPresent()) {
                return OwnMachine.isAddress(value.get());
            }
        }
        return isLocal && NODE.contains(run.name());
    }
}
