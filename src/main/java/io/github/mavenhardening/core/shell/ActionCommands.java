package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a step runs whose {@code uses} names an image: the image's program with the step's {@code args}; or an action that runs
 * Gradle with the step's {@code arguments}.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepswithargs">
 *     jobs.&lt;job_id&gt;.steps[*].with.args</a>
 */
public final class ActionCommands {

    private static final String LIBRARY = "docker.io/library/";

    private static final Set<String> SHELLS = Set.of("sh", "ash", "bash", "dash");
    private static final Pattern SCRIPT_OPTION = Pattern.compile("-[a-z]{0,5}c");
    /** Actions that run Gradle, in lower case; the last one did before version 4. */
    private static final Set<String> GRADLE = Set.of(
            "burrunan/gradle-cache-action",
            "eskatos/gradle-command-action",
            "gradle/gradle-build-action",
            "gradle/gradle-command-action",
            "gradle/actions/setup-gradle");

    private ActionCommands() {}

    /**
     * The command of a step, and those that a shell in it runs; none where the step names no image and no such action. The program is that of the
     * step's {@code entrypoint}, or else what the image is called; an image of the library is called like a system or a language,
     * and runs what its arguments name.
     */
    public static List<ShellCommand> of(Step step) {
        if (step.repository().isPresent()) {
            return ofGradle(step, step.repository().get());
        }
        if (step.uses().isEmpty() || !(step.uses().get().uses().uses() instanceof Uses.Docker docker)) {
            return List.of();
        }
        String arguments = step.input("args").map(YamlScalar::value).orElse("").replace('\n', ' ');
        String program = step.input("entrypoint")
                .map(YamlScalar::value)
                .orElseGet(() -> program(docker.image().name()));
        List<ShellCommand> commands = new ArrayList<>();
        for (ShellCommand command : commands((program + " " + arguments).strip())) {
            List<String> words = command.words();
            boolean isScript = SHELLS.contains(command.name())
                    && words.size() > 2
                    && SCRIPT_OPTION.matcher(words.get(1)).matches();
            for (ShellCommand run : isScript ? commands(words.get(2)) : List.of(command)) {
                commands.add(withoutPlace(run));
            }
        }
        return List.copyOf(commands);
    }

    private static List<ShellCommand> ofGradle(Step step, Uses.Repository action) {
        Optional<YamlScalar> arguments = step.input("arguments");
        if (arguments.isEmpty() || !GRADLE.contains(action.target().toLowerCase(Locale.ROOT))) {
            return List.of();
        }
        String words = arguments.get().value().replace('\n', ' ').strip();
        return words.isEmpty()
                ? List.of()
                : commands("gradle " + words).stream()
                        .map(ActionCommands::withoutPlace)
                        .toList();
    }

    private static ShellCommand withoutPlace(ShellCommand run) {
        return new ShellCommand(run.words(), run.assignments(), run.pipeline(), 0, 0);
    }

    private static List<ShellCommand> commands(String script) {
        return ShellScript.of(script, Shell.POSIX).commands();
    }

    private static String program(String image) {
        String name = image.startsWith(LIBRARY) ? image.substring(LIBRARY.length()) : image;
        int slash = name.lastIndexOf('/');
        return slash < 0 ? "" : name.substring(slash + 1);
    }

    /** Where a command of a step is written: in its script, or else as the arguments of an action, or as the action alone. */
    public static Span span(Step step, ShellCommand command) {
        if (step.run().isPresent()) {
            YamlScalar script = step.run().get().script();
            return script.spanOf(
                    command.from(), Math.min(command.to(), script.value().length()));
        }
        Optional<YamlScalar> arguments = step.input(step.repository().isPresent() ? "arguments" : "args");
        return arguments.isPresent()
                ? arguments.get().span()
                : step.uses().orElseThrow().uses().span();
    }
}
