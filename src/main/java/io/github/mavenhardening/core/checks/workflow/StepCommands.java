package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.shell.ScriptCommands;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Step;
import java.util.List;

/** The commands that the script of a step runs, where the walk is. */
final class StepCommands {

    private StepCommands() {}

    /** The commands of a step; none where it runs no script, or one in a language that is not read. */
    static List<ShellCommand> of(Step step, WorkflowContext inspection) {
        if (!(step.body() instanceof Step.RunScript run)) {
            return List.of();
        }
        ScriptShell shell = ScriptShell.of(run, inspection.normalJob(), inspection.workflow());
        return ScriptCommands.of(run, shell, inspection.definitions());
    }

    /** Where a command of a step is written. */
    static Span span(Step step, ShellCommand command) {
        return step.run().orElseThrow().script().spanOf(command.from(), command.to());
    }
}
