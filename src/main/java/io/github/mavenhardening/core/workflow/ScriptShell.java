package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The shell of a script: as set by the step itself, the job's, the workflow's, or else what the runner's system brings. Of what an
 * action is given, as the step sets it, or else the action's.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#defaultsrunshell">
 *     defaults.run.shell</a>
 */
public final class ScriptShell {

    private static final String WINDOWS = "windows";

    private final Optional<YamlScalar> named;
    /** What an action runs all that it is given in. */
    private final Optional<Shell> fixed;

    private final List<YamlScalar> labels;
    private final Optional<Matrix> matrix;

    private ScriptShell(
            Optional<YamlScalar> named, Optional<Shell> fixed, List<YamlScalar> labels, Optional<Matrix> matrix) {
        this.named = named;
        this.fixed = fixed;
        this.labels = labels;
        this.matrix = matrix;
    }

    /**
     * Of a script in its place.
     *
     * @param job empty in an action, whose scripts name their shell
     * @param workflow empty in an action
     */
    public static ScriptShell of(Step.RunScript run, Optional<NormalJob> job, Optional<Workflow> workflow) {
        Optional<YamlScalar> named = run.shell();
        boolean isOwn = run.input().isEmpty();
        if (named.isEmpty() && isOwn && job.isPresent()) {
            named = shell(job.get().defaults());
        }
        if (named.isEmpty() && isOwn && workflow.isPresent()) {
            named = shell(workflow.get().defaults());
        }
        boolean placed = job.isPresent() && job.get().runsOn().isPresent();
        return new ScriptShell(
                named,
                isOwn ? Optional.empty() : run.input().get().shell(),
                placed ? job.get().runsOn().orElseThrow().labels() : List.of(),
                placed ? job.get().matrix() : Optional.empty());
    }

    private static Optional<YamlScalar> shell(Optional<RunDefaults> defaults) {
        return defaults.isPresent() ? defaults.get().shell() : Optional.empty();
    }

    /** The shell that the script is most likely written for: where an expression decides, a POSIX one. */
    public Shell likely() {
        if (named.isPresent()) {
            return Fence.of(named.get()).isEmpty() ? Shell.syntaxOf(named.get().value()) : Shell.POSIX;
        }
        if (fixed.isPresent()) {
            return fixed.get();
        }
        return runsOnWindows() ? Shell.POWERSHELL : Shell.POSIX;
    }

    /** The name of the program that it is in lower case; empty text where none is named. */
    public String interpreter() {
        return named.isPresent() ? Shell.program(named.get().lower()) : "";
    }

    /** The shell, where no expression has a say in it. */
    public Optional<Shell> certain() {
        boolean open = named.isPresent()
                ? isOpen(named.get())
                : fixed.isEmpty() && labels.stream().anyMatch(ScriptShell::isOpen);
        return open ? Optional.empty() : Optional.of(likely());
    }

    private static boolean isOpen(YamlScalar scalar) {
        return !Fence.of(scalar).isEmpty();
    }

    private boolean runsOnWindows() {
        for (YamlScalar label : labels) {
            if (label.lower().startsWith(WINDOWS) || (matrix.isPresent() && areAllWindows(label))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a label is taken out of the matrix, which has no other system. */
    private boolean areAllWindows(YamlScalar label) {
        boolean are = false;
        for (Fence fence : Fence.of(label)) {
            Optional<ContextPath> path = fence.expression().flatMap(ContextPath::of);
            for (Matrix.Expansion value :
                    path.isPresent() ? matrix.get().valuesOf(path.get()) : List.<Matrix.Expansion>of()) {
                if (!value.text().toLowerCase(Locale.ROOT).startsWith(WINDOWS)) {
                    return false;
                }
                are = true;
            }
        }
        return are;
    }
}
