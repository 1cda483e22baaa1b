package io.github.mavenhardening.core.workflow.script;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import java.util.List;
import java.util.Optional;

/** Reads the commands of {@code run} steps, of each step once however many checks look at them. */
public final class ScriptCommands {

    private ScriptCommands() {}

    /** What a shell makes of a script. A local action's script that names no shell has the one of each job that leads there. */
    private record Read(Shell shell, List<ShellCommand> commands) {}

    /** The commands of a script in the order of the text; none where it is in a language that is not read. */
    public static List<ShellCommand> of(Step.RunScript run, ScriptShell scriptShell, Definitions definitions) {
        Shell shell = scriptShell.likely();
        Optional<Read> known = definitions.known(ScriptCommands.class, run);
        if (known.isPresent() && known.get().shell() == shell) {
            return known.get().commands();
        }
        List<ShellCommand> commands = ShellScript.commands(run.script().value(), shell);
        return definitions
                .keep(ScriptCommands.class, run, new Read(shell, commands))
                .commands();
    }
}
