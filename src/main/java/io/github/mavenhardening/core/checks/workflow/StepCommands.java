package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.RunDefaults;
import io.github.mavenhardening.core.workflow.ShellCommand;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands that a step's script runs, with their places. */
final class StepCommands {

    private StepCommands() {}

    /** A command of a script. */
    record Placed(ShellCommand command, YamlScalar script) {

        /** Where it is written; worked out when asked for, which few commands are. */
        Span span() {
            return script.spanOf(command.from(), command.to());
        }
    }

    /** The commands of a step; none where it runs no script, or one in a language that is not read. */
    static List<Placed> of(Step step, Inspection inspection) {
        Optional<ShellCommand.Dialect> dialect = step.run().flatMap(run -> dialect(run, inspection));
        if (dialect.isEmpty()) {
            return List.of();
        }
        YamlScalar script = step.run().orElseThrow().script();
        return ShellCommand.of(script.value(), dialect.get()).stream()
                .map(command -> new Placed(command, script))
                .toList();
    }

    private static Optional<ShellCommand.Dialect> dialect(Step.RunScript run, Inspection inspection) {
        Optional<NormalJob> job = inspection.normalJob();
        Optional<String> shell = run.shell()
                .or(() -> job.flatMap(NormalJob::defaults).flatMap(RunDefaults::shell))
                .or(() -> inspection.workflow().flatMap(w -> w.defaults()).flatMap(RunDefaults::shell))
                .map(YamlScalar::value);
        if (shell.isEmpty()) {
            boolean windows = job.flatMap(NormalJob::runsOn).stream()
                    .flatMap(runsOn -> runsOn.labels().stream())
                    .anyMatch(label -> label.value().toLowerCase(Locale.ROOT).contains("windows"));
            return Optional.of(windows ? ShellCommand.Dialect.POWERSHELL : ShellCommand.Dialect.POSIX);
        }
        String program = shell.get().strip().split("\\s", 2)[0];
        if (Stream.of("pwsh", "powershell").anyMatch(program::endsWith)) {
            return Optional.of(ShellCommand.Dialect.POWERSHELL);
        }
        return program.endsWith("sh") && !program.endsWith("fish")
                ? Optional.of(ShellCommand.Dialect.POSIX)
                : Optional.empty();
    }
}
