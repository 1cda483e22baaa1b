package io.github.mavenhardening.core.workflow.flow;

import java.util.Set;
import java.util.regex.Pattern;

/** Ends the statements of a program, and the parts of PowerShell's pipelines: they set variables, run commands, write and print. */
final class ProgramStatements {

    private static final Pattern NAME_OF_ENVIRONMENT = Pattern.compile("(?i)env:[/\\\\*]{0,3}");
    private static final Set<String> LISTING = Set.of("gci", "get-childitem", "dir", "ls");

    private final ProgramText text;
    private final ProgramStack stack;
    private final ProgramVariables variables;
    private final ProgramEffects effects;

    ProgramStatements(ProgramText text, ProgramStack stack, ProgramVariables variables, ProgramEffects effects) {
        this.text = text;
        this.stack = stack;
        this.variables = variables;
        this.effects = effects;
    }

    /** Ends a statement: it sets a variable, or, in PowerShell, prints its value. */
    void end() {
        ProgramFrame top = stack.top();
        boolean isPowerShell = text.language == ProgramLanguage.POWERSHELL;
        if (!isPowerShell) {
            top.argument();
        }
        int start = Math.max(top.start, 0);
        ProgramValue value = isPowerShell ? element() : top.all;
        boolean isSet = !top.target.isEmpty();
        variables.set(top, value);
        if (isPowerShell && top.isBlock && !isSet && !top.isCaptured) {
            effects.output(value, start, text.at);
        } else if (top.returns) {
            effects.bring(value);
        }
        top.begin();
        top.isLoop = false;
        if (!top.isBlock && !isSet) {
            top.input = value;
        }
    }

    /** Ends a line, and the statement unless it goes on. */
    void endLine() {
        if (stack.top().isBlock && !text.goesOn()) {
            end();
        } else if (!stack.top().isBlock && text.language == ProgramLanguage.POWERSHELL) {
            stack.top().argument();
        }
    }

    /** Writes what a part of a pipeline of PowerShell prints to the file that follows. */
    void redirect() {
        if (text.begins("&")) {
            text.skip(2);
            return;
        }
        pipe();
        stack.top().isRedirected = true;
    }

    /** Hands what it prints to the command that follows. */
    void pipe() {
        ProgramValue value = element();
        stack.top().begin();
        stack.top().input = value;
    }

    /** What a part of a pipeline of PowerShell prints, which ends here. */
    private ProgramValue element() {
        ProgramFrame top = stack.top();
        top.argument();
        if (top.isRedirected) {
            effects.write(top.first.text(), top.input, Math.max(top.start, 0), text.at);
            return ProgramValue.UNKNOWN;
        }
        if (top.command.isEmpty()) {
            return top.all;
        }
        ProgramFrame frame = new ProgramFrame("", top.command, top.input, top.commandFrom);
        frame.first = top.path.isEmpty() ? top.first : ProgramValue.of(top.path);
        frame.all = top.all;
        frame.lastText = top.lastText;
        frame.arguments.addAll(top.arguments);
        frame.argumentNames.addAll(top.argumentNames);
        if (LISTING.contains(top.command)
                && NAME_OF_ENVIRONMENT.matcher(frame.first.text()).matches()) {
            return variables.environment();
        }
        return effects.result(frame, top.commandFrom + top.command.length());
    }
}
