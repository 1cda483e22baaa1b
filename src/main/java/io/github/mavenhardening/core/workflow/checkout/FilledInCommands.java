package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands whose program GitHub fills in: out of the matrix, an input or a variable whose texts are written in the repository. */
final class FilledInCommands {

    /** A matrix with more programs tells nothing more by them. */
    private static final int MOST = 20;

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
        for (String text : paths.size() == 1 ? texts(paths.get(0), reached) : List.<String>of()) {
            found.addAll(ShellScript.of(text + behind, Shell.POSIX).commands());
        }
        return found;
    }

    private static List<String> texts(ContextPath path, ReachedStep reached) {
        List<String> texts = new ArrayList<>();
        if (path.context().equals("matrix") && reached.job().matrix().isPresent()) {
            for (Matrix.Expansion expansion : reached.job().matrix().get().valuesOf(path)) {
                // Silent: the first show what the others are like.
                if (expansion.isKnown() && texts.size() < MOST) {
                    texts.add(expansion.text());
                }
            }
        } else if (path.segments().size() == 2 && path.context().equals("inputs")) {
            reached.frame().input(path.segments().get(1)).ifPresent(texts::add);
        } else if (path.segments().size() == 2 && path.context().equals("env")) {
            Optional<YamlScalar> variable = reached.variable(path.segments().get(1));
            variable.filter(value -> Fence.of(value).isEmpty()).ifPresent(value -> texts.add(value.value()));
        }
        return texts;
    }
}
