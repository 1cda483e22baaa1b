package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code run} steps, each once for all checks that look at it. Statements and commands take a hundred times as much room as
 * their text, so that of many scripts the last ones are kept: checks look at one definition after another.
 */
public final class ScriptCommands {

    /** The characters of scripts that are kept. */
    private static final long KEPT = 250_000;

    private ScriptCommands() {}

    /** What a shell makes of a script. A local action's script that names no shell has the one of each job that leads there. */
    private record Read(Shell shell, ShellScript script) {}

    /** What a script runs in an environment. */
    private record Filled(ShellScript script, EnvironmentScope environment, List<ShellCommand> commands) {}

    /** The commands of a script in the order of the text; none where it is in a language that is not read. */
    @SuppressWarnings("ReferenceEquality") // The same script read once more holds other commands.
    public static List<ShellCommand> of(
            Step.RunScript run, ScriptShell scriptShell, EnvironmentScope environment, Definitions definitions) {
        ShellScript script = read(run, scriptShell.likely(), definitions);
        if (!script.isFilledIn(environment)) {
            return script.commands();
        }
        Optional<Filled> known = definitions.known(Filled.class, run);
        if (known.isPresent()
                && known.get().script() == script
                && known.get().environment().equals(environment)) {
            return known.get().commands();
        }
        Filled filled = new Filled(script, environment, script.commands(environment));
        definitions.keepLast(Filled.class, run, filled, run.script().value().length(), KEPT);
        return filled.commands();
    }

    /** What a shell makes of a script. */
    public static ShellScript read(Step.RunScript run, Shell shell, Definitions definitions) {
        Optional<Read> known = definitions.known(ScriptCommands.class, run);
        if (known.isPresent() && known.get().shell() == shell) {
            return known.get().script();
        }
        String text = run.script().value();
        ShellScript script = ShellScript.of(text, shell);
        if (known.isEmpty()) {
            definitions.keepLast(ScriptCommands.class, run, new Read(shell, script), text.length(), KEPT);
        }
        return script;
    }

    /** Whether all of a script is read, for it is no longer, and what it holds no deeper, than can be. */
    public static boolean areAllKnown(Step.RunScript run, ScriptShell scriptShell, Definitions definitions) {
        return read(run, scriptShell.likely(), definitions).isWhole();
    }
}
