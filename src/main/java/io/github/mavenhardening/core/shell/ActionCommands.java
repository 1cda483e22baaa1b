package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a step runs whose {@code uses} names an image, the image's program with the step's {@code args}, or an action that is a
 * program with the words of an input.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepswithargs">
 *     jobs.&lt;job_id&gt;.steps[*].with.args</a>
 */
public final class ActionCommands {

    private static final String LIBRARY = "docker.io/library/";

    /**
     * By action, the program that it runs and the input whose words it gives that.
     *
     * <p>Source: the action.yml of each action.
     */
    private static final Map<String, Words> ACTIONS = Map.of(
            "gradle/gradle-build-action", new Words("gradle", "arguments"),
            "gradle/actions/setup-gradle", new Words("gradle", "arguments"),
            "burrunan/gradle-cache-action", new Words("gradle", "arguments"),
            "eskatos/gradle-command-action", new Words("gradle", "arguments"),
            "gradle/gradle-command-action", new Words("gradle", "arguments"),
            "borales/actions-yarn", new Words("yarn", "cmd"));

    private record Words(String program, String input) {}

    private ActionCommands() {}

    /**
     * The command of a step, and those that a shell in it runs; none where the step names no image. The program is that of the
     * step's {@code entrypoint}, or else what the image is called; an image of the library is called like a system or a language,
     * and runs what its arguments name.
     */
    public static List<ShellCommand> of(Step step) {
        if (step.uses().isEmpty()) {
            return List.of();
        }
        if (!(step.uses().get().uses().uses() instanceof Uses.Docker docker)) {
            return ofAction(step);
        }
        String arguments = step.input("args").map(YamlScalar::value).orElse("").replace('\n', ' ');
        String program = step.input("entrypoint")
                .map(YamlScalar::value)
                .orElseGet(() -> program(docker.image().name()));
        List<ShellCommand> commands = new ArrayList<>();
        for (ShellCommand command : commands((program + " " + arguments).strip())) {
            for (ShellCommand run : ShellText.commands(command).orElse(List.of(command))) {
                commands.add(new ShellCommand(run.words(), run.assignments(), run.pipeline(), 0, 0));
            }
        }
        return List.copyOf(commands);
    }

    private static List<ShellCommand> ofAction(Step step) {
        Optional<YamlScalar> words = given(step);
        return words.isEmpty()
                ? List.of()
                : commands(known(step).orElseThrow().program() + " "
                                + words.get().value().replace('\n', ' '))
                        .stream()
                        .map(run -> new ShellCommand(run.words(), run.assignments(), run.pipeline(), 0, 0))
                        .toList();
    }

    private static Optional<Words> known(Step step) {
        return step.repository().map(action -> ACTIONS.get(action.key()));
    }

    /** The input of an action that is a program, where the step gives it. */
    private static Optional<YamlScalar> given(Step step) {
        Optional<Words> known = known(step);
        return known.isPresent() ? step.input(known.get().input()) : Optional.empty();
    }

    private static List<ShellCommand> commands(String script) {
        return ShellScript.of(script, Shell.POSIX).commands();
    }

    private static String program(String image) {
        String name = image.startsWith(LIBRARY) ? image.substring(LIBRARY.length()) : image;
        int slash = name.lastIndexOf('/');
        return slash < 0 ? "" : name.substring(slash + 1);
    }

    /** Where a command of a step is written: in its script, or else as the arguments of an image, or as the image alone. */
    public static Span span(Step step, ShellCommand command) {
        if (step.run().isPresent()) {
            YamlScalar script = step.run().get().script();
            return script.spanOf(
                    command.from(), Math.min(command.to(), script.value().length()));
        }
        Optional<YamlScalar> arguments = given(step).isPresent() ? given(step) : step.input("args");
        return arguments.isPresent()
                ? arguments.get().span()
                : step.uses().orElseThrow().uses().span();
    }
}
