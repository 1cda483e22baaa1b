package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.shell.ActionCommands;
import io.github.mavenhardening.core.shell.ScriptCommands;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands that the script, the image or the build tool of a step runs, where the walk is. */
public final class StepCommands {

    private StepCommands() {}

    /** The commands of a step; none where it runs neither script nor image, or a script in a language that is not read. */
    public static List<ShellCommand> of(Step step, WorkflowPosition in) {
        if (!(step.body() instanceof Step.RunScript run)) {
            return ActionCommands.of(step);
        }
        ScriptShell shell = ScriptShell.of(run, in.normalJob(), in.workflow());
        return ScriptCommands.of(run, shell, environment(step, in), in.definitions());
    }

    /** The same with the statements that they are part of. */
    static ShellScript script(Step step, WorkflowPosition in) {
        if (!(step.body() instanceof Step.RunScript run)) {
            return new ShellScript(List.of(), ActionCommands.of(step), Set.of(), Set.of(), true);
        }
        ScriptShell shell = ScriptShell.of(run, in.normalJob(), in.workflow());
        ShellScript read = ScriptCommands.read(run, shell.likely(), in.definitions());
        return read.isFilledIn(environment(step, in))
                ? new ShellScript(read.statements(), of(step, in), read.texts(), read.outer(), read.isWhole())
                : read;
    }

    private static EnvironmentScope environment(Step step, WorkflowPosition in) {
        return EnvironmentScope.of(Optional.of(step), in.normalJob(), in.workflow());
    }

    /** Where a command of a step is written. */
    public static Span span(Step step, ShellCommand command) {
        return ActionCommands.span(step, command);
    }
}
