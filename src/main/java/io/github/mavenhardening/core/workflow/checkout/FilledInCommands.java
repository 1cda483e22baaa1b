package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.ArrayList;
import java.util.List;

/** Commands whose program GitHub fills in: out of the matrix, an input or a variable whose texts are written in the repository. */
final class FilledInCommands {

    private FilledInCommands() {}

    /** What a command may be that begins with an expression; nothing where it does not, or the texts are not written. */
    static List<ShellCommand> of(ShellCommand command, ReachedStep reached) {
        String program = command.words().isEmpty() ? "" : command.words().get(0);
        List<ShellCommand> found = new ArrayList<>();
        if (!program.startsWith(Fence.OPEN)) {
            return found;
        }
        List<ContextPath> paths = PossibleValue.pathsIn(program);
        String behind = program.substring(program.lastIndexOf('}') + 1) + " " + String.join(" ", command.arguments());
        for (String text : paths.size() == 1 ? reached.textsOf(paths.get(0)) : List.<String>of()) {
            found.addAll(ShellScript.of(text + behind, Shell.POSIX).commands());
        }
        return found;
    }
}
