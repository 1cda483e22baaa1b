package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ShellCommand;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
        if (!(step.body() instanceof Step.RunScript run)) {
            return List.of();
        }
        Definitions definitions = inspection.definitions();
        Optional<List<Placed>> known = definitions.known(StepCommands.class, step);
        return known.isPresent() ? known.get() : definitions.keep(StepCommands.class, step, read(run, inspection));
    }

    private static List<Placed> read(Step.RunScript run, Inspection inspection) {
        Optional<ShellCommand.Dialect> dialect = dialect(run, inspection);
        if (dialect.isEmpty()) {
            return List.of();
        }
        List<Placed> commands = new ArrayList<>();
        for (ShellCommand command : ShellCommand.of(run.script().value(), dialect.get())) {
            commands.add(new Placed(command, run.script()));
        }
        return List.copyOf(commands);
    }

    private static Optional<ShellCommand.Dialect> dialect(Step.RunScript run, Inspection inspection) {
        Optional<YamlScalar> shell = shell(run, inspection);
        if (shell.isEmpty()) {
            return Optional.of(
                    runsOnWindows(inspection.normalJob())
                            ? ShellCommand.Dialect.POWERSHELL
                            : ShellCommand.Dialect.POSIX);
        }
        String program = shell.get().value().strip().split("\\s", 2)[0];
        if (program.endsWith("pwsh") || program.endsWith("powershell")) {
            return Optional.of(ShellCommand.Dialect.POWERSHELL);
        }
        return program.endsWith("sh") && !program.endsWith("fish")
                ? Optional.of(ShellCommand.Dialect.POSIX)
                : Optional.empty();
    }

    /** By the step's word, the job's or the workflow's; empty when none says. */
    private static Optional<YamlScalar> shell(Step.RunScript run, Inspection inspection) {
        if (run.shell().isPresent()) {
            return run.shell();
        }
        Optional<NormalJob> job = inspection.normalJob();
        if (job.isPresent()
                && job.get().defaults().isPresent()
                && job.get().defaults().get().shell().isPresent()) {
            return job.get().defaults().get().shell();
        }
        Optional<Workflow> workflow = inspection.workflow();
        return workflow.isPresent() && workflow.get().defaults().isPresent()
                ? workflow.get().defaults().get().shell()
                : Optional.empty();
    }

    private static boolean runsOnWindows(Optional<NormalJob> job) {
        if (job.isPresent() && job.get().runsOn().isPresent()) {
            for (YamlScalar label : job.get().runsOn().get().labels()) {
                if (label.value().toLowerCase(Locale.ROOT).contains("windows")) {
                    return true;
                }
            }
        }
        return false;
    }
}
