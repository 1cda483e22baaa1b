package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.script.ShellCommand;
import io.github.mavenhardening.core.workflow.script.ShellScript;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
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
        Shell shell = ScriptShell.of(run, inspection.normalJob(), inspection.workflow())
                .likely();
        List<Placed> commands = new ArrayList<>();
        for (ShellCommand command : ShellScript.commands(run.script().value(), shell)) {
            commands.add(new Placed(command, run.script()));
        }
        return List.copyOf(commands);
    }
}
