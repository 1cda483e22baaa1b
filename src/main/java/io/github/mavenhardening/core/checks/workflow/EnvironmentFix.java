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

    private static final int LONGEST_WORD = 200;

    /** What PowerShell takes for a member of the value, right behind a variable in no quotes. */
    private static final String MEMBER = ".[(";

    /** What PowerShell looks for a command behind. */
    private static final String BEFORE_COMMAND = "\n;|{(=";

    /** What a line ends with that goes on in the next one, by shell. */
    private static final String CONTINUED = "\\`^";

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
        return variable.isPresent() && shell.isPresent() && !(variable.get().isPath() && isInContainer(in))
                ? new EnvironmentFix(step, run.get(), fence, in.definitions()).fix(variable.get(), shell.get())
                : Optional.empty();
    }

    /** Whether the script runs where paths of the runner are others. */
    private static boolean isInContainer(WorkflowContext in) {
        return in.normalJob().isPresent() && in.normalJob().get().container().isPresent();
    }

    private Optional<Fix> fix(ShellVariable variable, Shell shell) {
        String script = run.script().value();
        char next = fence.to() < script.length() ? script.charAt(fence.to()) : 0;
        Optional<String> expansion = variable.expansion(shell, next);
        if (expansion.isEmpty()
                || !ShellQuotes.expandAt(run, fence.from(), shell, definitions)
                || beginsPlainText(shell)
                || isCommand(run.script().value(), fence)
                || (shell == Shell.POWERSHELL
                        && !ShellQuotes.isQuotedAt(run, fence.from(), shell, definitions)
                        && (beginsCommand(script) || MEMBER.indexOf(next) >= 0 || isInOption(script)))) {
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

    /**
     * Whether an expression is a command as a whole, alone on its line. Its value has quotes and operators that the shell is to
     * read, and reads in no variable.
     */
    static boolean isCommand(String script, Fence fence) {
        int start = script.lastIndexOf('\n', fence.from() - 1) + 1;
        int end = script.indexOf('\n', fence.to());
        boolean isAlone = script.substring(start, fence.from()).isBlank()
                && script.substring(fence.to(), end < 0 ? script.length() : end).isBlank();
        char before = start < 2 ? '\n' : script.charAt(start - 2);
        return isAlone && CONTINUED.indexOf(before) < 0;
    }

    /** The percent sign of a {@code %NAME%} must not be the first character of a plain scalar. */
    private boolean beginsPlainText(Shell shell) {
        return shell == Shell.CMD && fence.from() == 0 && run.script().style() == YamlScalar.Style.PLAIN;
    }

    /**
     * Whether PowerShell would read the variable where it looks for a command: it runs a path that stands there, and takes a
     * variable for a value.
     */
    private boolean beginsCommand(String script) {
        int at = fence.from() - 1;
        while (at >= 0 && (script.charAt(at) == ' ' || script.charAt(at) == '\t')) {
            at--;
        }
        boolean isInWord = at == fence.from() - 1 && at >= 0 && script.charAt(at) == '=' && !isOfVariable(script);
        boolean isContinued = at > 0 && script.charAt(at) == '\n' && script.charAt(at - 1) == '`';
        return !isContinued
                && !isInWord
                && (at < 0 || BEFORE_COMMAND.indexOf(script.charAt(at)) >= 0 || isChained(script, at));
    }

    /** Whether the word is one of a variable, to which something is assigned, and no argument. */
    private boolean isOfVariable(String script) {
        int start = wordStart(script);
        return start < 0 || script.charAt(start) == '$';
    }

    /** Whether it is part of a word that begins with a hyphen, in which PowerShell may leave variables as they are written. */
    private boolean isInOption(String script) {
        int start = wordStart(script);
        // How a word begins that is too long is not looked for.
        return start < 0 || (start < fence.from() && script.charAt(start) == '-');
    }

    /** Where the word begins that it is part of, over other expressions in it; negative where that is far away. */
    private int wordStart(String script) {
        int least = Math.max(0, fence.from() - LONGEST_WORD);
        int start = fence.from();
        boolean isInside = false;
        while (start > least && (isInside || !Character.isWhitespace(script.charAt(start - 1)))) {
            start--;
            isInside = isInside ? !script.startsWith("${{", start) : script.startsWith("}}", start);
        }
        return start == least && least > 0 ? -1 : start;
    }

    /** Whether the text up to an offset ends in {@code &&}. A single one is the operator that runs what follows. */
    private static boolean isChained(String script, int at) {
        return at > 0 && script.charAt(at) == '&' && script.charAt(at - 1) == '&';
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
