package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the commands of {@code run} steps, of each step once however many checks look at them, unless there are too many
 * scripts to keep the commands of all: those are read again by each check, for commands take a hundred times as much room as
 * their text.
 */
public final class ScriptCommands {

    /** The characters of scripts whose commands are kept. */
    private static final long KEPT = 500_000;

    private ScriptCommands() {}

    /** What a shell makes of a script. A local action's script that names no shell has the one of each job that leads there. */
    private record Read(Shell shell, ShellScript script) {}

    /** The commands of a script in the order of the text; none where it is in a language that is not read. */
    public static List<ShellCommand> of(Step.RunScript run, ScriptShell scriptShell, Definitions definitions) {
        return read(run, scriptShell.likely(), definitions).commands();
    }

    private static ShellScript read(Step.RunScript run, Shell shell, Definitions definitions) {
        Optional<Read> known = definitions.known(ScriptCommands.class, run);
        if (known.isPresent() && known.get().shell() == shell) {
            return known.get().script();
        }
        ShellScript script = ShellScript.of(run.script().value(), shell);
        Optional<AtomicLong> counter = definitions.known(AtomicLong.class, definitions);
        AtomicLong kept =
                counter.isPresent() ? counter.get() : definitions.keep(AtomicLong.class, definitions, new AtomicLong());
        if (known.isEmpty() && kept.addAndGet(run.script().value().length()) > KEPT) {
            return script;
        }
        return definitions
                .keep(ScriptCommands.class, run, new Read(shell, script))
                .script();
    }

    /** Whether all of a script is read, for it is no longer, and what it holds no deeper, than can be. */
    public static boolean areAllKnown(Step.RunScript run, ScriptShell scriptShell, Definitions definitions) {
        return read(run, scriptShell.likely(), definitions).isWhole();
    }
}
