package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.ShellQuotes;
import io.github.mavenhardening.core.workflow.ShellVariable;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlEdits;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fix for an expression in a script: the value is passed in an environment variable instead. */
final class EnvironmentFix {

    private final Step step;
    private final Step.RunScript run;
    private final Fence fence;
    private final Definitions definitions;

    private EnvironmentFix(Step step, Step.RunScript run, Fence fence, Definitions definitions) {
        this.definitions = definitions;
        this.step = step;
        this.run = run;
        this.fence = fence;
    }

    /** The fix for an expression of a step's script; empty where there is none that is known to work. */
    static Optional<Fix> of(Step step, Fence fence, WorkflowContext in) {
        Optional<Step.RunScript> run = step.run();
        if (run.isEmpty() || fence.expression().isEmpty()) {
            return Optional.empty();
        }
        Optional<ShellVariable> variable = ShellVariable.of(fence.expression().get());
        Optional<Shell> shell =
                ScriptShell.of(run.get(), in.normalJob(), in.workflow()).certain();
        return variable.isPresent() && shell.isPresent()
                ? new EnvironmentFix(step, run.get(), fence, in.definitions()).fix(variable.get(), shell.get())
                : Optional.empty();
    }

    private Optional<Fix> fix(ShellVariable variable, Shell shell) {
        String script = run.script().value();
        char next = fence.to() < script.length() ? script.charAt(fence.to()) : 0;
        Optional<String> expansion = variable.expansion(shell, next);
        if (expansion.isEmpty()
                || !ShellQuotes.expandAt(run, fence.from(), shell, definitions)
                || beginsPlainText(shell)) {
            return Optional.empty();
        }
        List<Fix.Edit> edits = new ArrayList<>();
        if (!variable.isSet() && !isSet(variable)) {
            Optional<Fix.Edit> setting = step.env().get(variable.name()).isPresent()
                    ? Optional.empty()
                    : YamlEdits.put(step.mapping(), "env", variable.name(), written());
            if (setting.isEmpty()) {
                return Optional.empty();
            }
            edits.add(setting.get());
        }
        Span span = fence.span();
        edits.add(new Fix.Edit(run.script().source().path(), span, expansion.get()));
        return Optional.of(new Fix("Read the value from the variable " + variable.name(), false, edits));
    }

    /** The percent sign of a {@code %NAME%} must not be the first character of a plain scalar. */
    private boolean beginsPlainText(Shell shell) {
        return shell == Shell.CMD && fence.from() == 0 && run.script().style() == YamlScalar.Style.PLAIN;
    }

    /** Whether the step sets the variable to that very expression. */
    private boolean isSet(ShellVariable variable) {
        return step.env()
                .text(variable.name())
                .filter(text -> text.strip().equals(written()))
                .isPresent();
    }

    private String written() {
        return run.script().value().substring(fence.from(), fence.to());
    }
}
