package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.RunDefaults;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether Scorecard would read a step's script: it reads those of sh, bash and mksh, and takes a shell that is not named for
 * bash unless the step or its job runs on Windows alone. What a workflow's {@code defaults} say it does not know.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/fileparser/github_workflow.go">Scorecard: GetShellForStep</a>
 */
final class WorkflowShell {

    private static final Pattern WINDOWS_STEP = Pattern.compile("(?i)runner\\.os\\s{0,20}==\\s{0,20}['\"]windows['\"]"
            + "|\\$\\{\\{\\s{0,20}startsWith\\(runner\\.os,\\s{0,20}['\"]windows['\"]\\)"
            + "|matrix\\.os\\s{0,20}==\\s{0,20}['\"]windows-");
    private static final String MATRIX_OS = "matrix.os";

    private WorkflowShell() {}

    static boolean isRead(NormalJob job, Step step, Step.RunScript run) {
        Optional<YamlScalar> named = run.shell().or(() -> job.defaults().flatMap(RunDefaults::shell));
        if (named.isPresent() && !named.get().value().isEmpty()) {
            return DownloadCommands.isParsedShell(named.get().value());
        }
        boolean windows = step.condition().isPresent()
                && WINDOWS_STEP.matcher(step.condition().get().scalar().value()).find();
        return !windows && !isWindowsOnly(job);
    }

    /** Whether no runner of another system is named; a matrix that does not tell counts as such. */
    private static boolean isWindowsOnly(NormalJob job) {
        for (String system : systems(job)) {
            if (!system.toLowerCase(Locale.ROOT).startsWith("windows")) {
                return false;
            }
        }
        return true;
    }

    private static List<String> systems(NormalJob job) {
        List<String> labels = new ArrayList<>();
        if (job.runsOn().isPresent()) {
            for (YamlScalar label : job.runsOn().get().labels()) {
                labels.add(label.value());
            }
        }
        if (labels.size() != 1 || !labels.get(0).contains(MATRIX_OS)) {
            return labels;
        }
        List<String> systems = new ArrayList<>();
        if (job.matrix().isEmpty()) {
            return systems;
        }
        for (Matrix.Expansion expansion : job.matrix().get().expansions()) {
            if (expansion.path().equals(MATRIX_OS)) {
                systems.add(expansion.origin().value());
            }
        }
        return systems;
    }
}
