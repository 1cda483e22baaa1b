package io.github.mavenhardening.core.workflow.script;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Step;
import java.util.List;
import java.util.Optional;

/** Reads the commands of {@code run} steps, of each step once however many checks look at them. */
public final class ScriptCommands {

    private ScriptCommands() {}

    /** The commands of a script in the order of the text; none where it is in a language that is not read. */
    public static List<ShellCommand> of(Step.RunScript run, ScriptShell shell, Definitions definitions) {
        Optional<List<ShellCommand>> known = definitions.known(ScriptCommands.class, run);
        return known.isPresent()
                ? known.get()
                : definitions.keep(
                        ScriptCommands.class,
                        run,
                        ShellScript.commands(run.script().value(), shell.likely()));
    }
}
