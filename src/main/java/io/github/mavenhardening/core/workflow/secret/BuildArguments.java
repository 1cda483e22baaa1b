package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.code.ShellCarrier.Command;
import io.github.mavenhardening.core.workflow.code.ShellWalk;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.release.BakedArguments;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Form;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Held;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets that the build of an image is given as an argument, which whoever pulls the image reads in its history. */
final class BuildArguments {

    private static final Set<String> TOOLS =
            Set.of("docker", "podman", "buildah", "nerdctl", "docker-compose", "podman-compose");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_]\\w{0,100})");
    private static final Set<String> BUILDS = Set.of("build", "buildx", "image", "builder", "bud");
    private static final Set<String> ACTIONS = Set.of("docker/build-push-action", "depot/build-push-action");
    private static final String BAKE = "docker/bake-action";
    private static final String OPTION = "--build-arg";

    private BuildArguments() {}

    /** Takes in that a command builds or pushes an image. */
    static void take(Command<Held> command, ShellWalk<Held, ?> script, JobSecrets secrets) {
        if (!TOOLS.contains(command.name())) {
            return;
        }
        List<String> words = CommandWords.texts(command.arguments());
        Optional<Held> given = given(script, command.arguments());
        boolean pushes = pushesItsOwn(words);
        if (given.isEmpty() && mayUseFiles(command.name(), words)) {
            List<String> all = new ArrayList<>(List.of(command.name()));
            all.addAll(words);
            Optional<BakedArguments> files = BakedArguments.of(
                    script.reached, Optional.of(new ShellCommand(all, Map.of(), 0, 0, 0)), secrets.repository());
            given = files.isPresent() ? ofFiles(script, files.get(), command.program()) : Optional.empty();
            pushes |= files.isPresent() && files.get().push();
        }
        given.ifPresent(held -> secrets.build(ShownSecret.by(script, held.as(Form.IN_IMAGE), command.program())));
        if (pushes(words) || (given.isPresent() && pushes)) {
            secrets.push();
        }
    }

    /** Whether a command may build images by files that say how. */
    private static boolean mayUseFiles(String name, List<String> words) {
        return name.endsWith("-compose") || words.contains("bake") || words.contains("compose");
    }

    /** Whether a command pushes images that were built before. */
    private static boolean pushes(List<String> words) {
        String first = Arguments.operand(words, 0);
        return words.contains("compose")
                ? words.contains("push")
                : first.equals("push")
                        || (first.equals("image") && Arguments.operand(words, 1).equals("push"));
    }

    /** The secret that a file of buildx or Compose gives what a command builds. */
    private static Optional<Held> ofFiles(ShellWalk<Held, ?> script, BakedArguments files, ShellNode.Word word) {
        for (String argument : files.texts()) {
            Matcher variable = VARIABLE.matcher(argument.substring(argument.indexOf('=') + 1));
            while (variable.find()) {
                Optional<Held> held = script.variable(variable.group(1), word);
                if (held.isPresent()) {
                    return held;
                }
            }
        }
        return Optional.empty();
    }

    /** Takes in what the action of a step bakes by a file of the repository, and pushes. */
    private static void bake(ReachedStep reached, JobSecrets secrets) {
        Optional<BakedArguments> baked = BakedArguments.of(reached, Optional.empty(), secrets.repository());
        boolean isPushed = baked.isPresent()
                && (baked.get().push()
                        || isOn(reached.step().input("push"))
                        || isRegistry(reached.step().input("set")));
        for (String argument : isPushed ? baked.get().texts() : List.<String>of()) {
            Optional<Held> held = secrets.expression(argument, reached);
            Matcher variable = VARIABLE.matcher(argument.substring(argument.indexOf('=') + 1));
            while (held.isEmpty() && variable.find()) {
                held = secrets.variable(variable.group(1), reached);
            }
            if (held.isPresent()) {
                secrets.log(new ShownSecret(
                        held.get().secret(),
                        Form.IN_IMAGE,
                        reached,
                        reached.place(),
                        argument.split("=", 2)[0],
                        Optional.empty()));
                return;
            }
        }
    }

    /** Whether a command pushes the image that it builds. */
    private static boolean pushesItsOwn(List<String> words) {
        return words.contains("--push")
                || words.contains("--push=true")
                || CommandWords.anyMatches(
                        words, "(?:--output=|-o=?)?(?:.{0,200},)?(?:type=registry|push=true)(?:,.*)?");
    }

    /** The secret that a command which builds an image gives it as an argument. */
    private static Optional<Held> given(ShellWalk<Held, ?> script, List<ShellNode.Word> arguments) {
        List<String> words = CommandWords.texts(arguments);
        if (!BUILDS.contains(Arguments.operand(words, 0))) {
            return Optional.empty();
        }
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean isNext = i > 0 && words.get(i - 1).equals(OPTION);
            if (!isNext && !word.startsWith(OPTION + "=")) {
                continue;
            }
            String argument = isNext ? word : word.substring(OPTION.length() + 1);
            // Without a value it has that of the variable of its name.
            Optional<Held> held = argument.matches("\\w{1,100}")
                    ? script.variable(argument, arguments.get(i))
                    : script.carried(arguments.get(i));
            if (held.isPresent()) {
                return held;
            }
        }
        return Optional.empty();
    }

    /** Takes in that the action of a step builds an image and pushes it. */
    static void take(ReachedStep reached, JobSecrets secrets) {
        Step step = reached.step();
        String action = step.repository().isPresent() ? step.repository().get().key() : "";
        if (action.equals(BAKE)) {
            bake(reached, secrets);
            return;
        }
        Optional<YamlScalar> arguments = ACTIONS.contains(action) ? step.input("build-args") : Optional.empty();
        Optional<Held> held =
                arguments.isPresent() ? secrets.expression(arguments.get().value(), reached) : Optional.empty();
        if (held.isPresent() && (isOn(step.input("push")) || isRegistry(step.input("outputs")))) {
            secrets.log(new ShownSecret(
                    held.get().secret(),
                    Form.IN_IMAGE,
                    reached,
                    reached.at(arguments.get().span()),
                    "build-args",
                    Optional.empty()));
        }
    }

    private static boolean isOn(Optional<YamlScalar> value) {
        String text = value.map(YamlScalar::value).orElse("").strip().toLowerCase(Locale.ROOT);
        return !text.isEmpty() && !text.equals("false");
    }

    private static boolean isRegistry(Optional<YamlScalar> outputs) {
        String text = outputs.map(YamlScalar::value).orElse("");
        return text.contains("type=registry") || text.contains("push=true");
    }
}
