package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.shell.ImageCommands;
import io.github.mavenhardening.core.shell.ScriptCommands;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import java.util.List;

/** The commands that the script or the image of a step runs, where the walk is. */
public final class StepCommands {

    private StepCommands() {}

    /** The commands of a step; none where it runs neither script nor image, or a script in a language that is not read. */
    public static List<ShellCommand> of(Step step, WorkflowPosition in) {
        return script(step, in).commands();
    }

    /** What the script of a step holds; nothing where it runs none, or one in a language that is not read. */
    static ShellScript script(Step step, WorkflowPosition in) {
        if (!(step.body() instanceof Step.RunScript run)) {
            return new ShellScript(ImageCommands.of(step), List.of(), true);
        }
        ScriptShell shell = ScriptShell.of(run, in.normalJob(), in.workflow());
        return ScriptCommands.read(run, shell.likely(), in.definitions());
    }

    /** Where a command of a step is written. */
    public static Span span(Step step, ShellCommand command) {
        return ImageCommands.span(step, command);
    }
}
