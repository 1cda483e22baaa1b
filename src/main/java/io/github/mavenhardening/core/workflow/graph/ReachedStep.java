package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.RunDefaults;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.script.ShellCommand;
import io.github.mavenhardening.core.workflow.script.ShellScript;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A step that a job runs: its own, or of a local composite action that one of its steps uses.
 *
 * @param step the step
 * @param frame the definition that it stands in, and how that is reached
 * @param job the job that it runs in
 * @param commands what its script runs; empty when it is no script, or one in a language that is not read
 */
public record ReachedStep(Step step, Frame frame, NormalJob job, List<ShellCommand> commands) {

    public ReachedStep {
        commands = List.copyOf(commands);
    }

    static ReachedStep of(Step step, Frame frame, NormalJob job) {
        Optional<Step.RunScript> run = step.run();
        List<ShellCommand> commands = run.isPresent()
                ? ShellScript.commands(run.get().script().value(), shell(run.get(), frame, job))
                : List.of();
        return new ReachedStep(step, frame, job, commands);
    }

    /** By the step's word, the job's, the workflow's, or the runner's default; an expression is taken for a POSIX shell. */
    private static Shell shell(Step.RunScript run, Frame frame, NormalJob job) {
        Optional<YamlScalar> named = run.shell();
        if (named.isEmpty()) {
            named = shell(job.defaults());
        }
        if (named.isEmpty() && frame.definition() instanceof Workflow workflow) {
            named = shell(workflow.defaults());
        }
        if (named.isPresent()) {
            return Fence.of(named.get()).isEmpty() ? Shell.syntaxOf(named.get().value()) : Shell.POSIX;
        }
        return runsOnWindows(job) ? Shell.POWERSHELL : Shell.POSIX;
    }

    private static Optional<YamlScalar> shell(Optional<RunDefaults> defaults) {
        return defaults.isPresent() ? defaults.get().shell() : Optional.empty();
    }

    private static boolean runsOnWindows(NormalJob job) {
        List<YamlScalar> labels = job.runsOn().isPresent() ? job.runsOn().get().labels() : List.of();
        for (YamlScalar label : labels) {
            if (label.value().toLowerCase(Locale.ROOT).startsWith("windows")) {
                return true;
            }
        }
        return false;
    }

    /** The same where the job's workflow is reached that way: inputs are followed to its callers. */
    public ReachedStep within(Frame workflow) {
        return new ReachedStep(step, frame.under(workflow), job, commands);
    }

    /** A place in the step's definition. */
    public Location at(Span span) {
        return frame.at(span);
    }

    /** Where a command stands in the step's script. */
    public Location at(ShellCommand command) {
        YamlScalar script = step.run().orElseThrow().script();
        return at(script.spanOf(
                command.from(), Math.min(command.to(), script.value().length())));
    }

    /** Where the action or script stands: the reference, else the key {@code run}, else the step. */
    public Location place() {
        return at(step.uses()
                .map(action -> action.uses().span())
                .or(() -> step.mapping().entry("run").map(entry -> entry.key().span()))
                .orElse(step.span()));
    }

    /** Adds the calls that lead from the job to the step. */
    public Finding.Builder explain(Finding.Builder finding) {
        for (Location call : frame.path()) {
            finding.related(call);
        }
        return finding;
    }
}
