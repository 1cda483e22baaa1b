package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.Set;

/**
 * Follows the secrets of a job through a program, whose text is read once: expressions, variables, texts with values in them, calls
 * and files. Functions that the program declares are followed where they get a secret; what it decides is not.
 */
final class SecretProgram implements ProgramFunctions.Caller {

    /** What of PowerShell holds statements that print where it stands. */
    private static final Set<String> CONTROL =
            Set.of("", "if", "elseif", "else", "foreach", "for", "while", "do", "try", "catch", "finally", "switch");

    private final ProgramText text;
    private final ProgramPlace place;
    private final String folder;
    private final ProgramFunctions functions;
    private final ProgramStack stack;
    private final ProgramVariables variables;
    private final ProgramEffects effects;
    private final ProgramStatements statements;
    private final PowerShellWords words;
    private final ProgramStrings strings;
    private final ProgramNames names;
    private final ProgramOperators operators;

    /** Whether a function was not read whole. */
    private boolean isCut;

    SecretProgram(ProgramLanguage language, String code, String folder, ProgramPlace place) {
        this(language, code, folder, place, ProgramFunctions.of(language, code), false);
    }

    SecretProgram(
            ProgramLanguage language,
            String code,
            String folder,
            ProgramPlace place,
            ProgramFunctions functions,
            boolean isOfFunction) {
        this.place = place;
        this.folder = folder;
        this.functions = functions;
        text = new ProgramText(language, code);
        stack = new ProgramStack(text);
        variables = new ProgramVariables(language, place);
        effects = new ProgramEffects(text, variables, folder, place, functions, this, isOfFunction);
        statements = new ProgramStatements(text, stack, variables, effects);
        words = new PowerShellWords(text, stack, variables);
        strings = new ProgramStrings(text, stack, words, place);
        names = new ProgramNames(text, stack, variables, strings, functions);
        operators = new ProgramOperators(text, stack, names, statements);
    }

    /** Lets a variable hold a value from the beginning. */
    void give(String variable, ProgramValue value) {
        variables.set(variable, value);
    }

    @Override
    public ProgramValue called(ProgramBlock function, ProgramFrame call) {
        SecretProgram program = new SecretProgram(
                text.language,
                functions.text(function),
                folder,
                place.behind(functions.offset(function)),
                functions,
                true);
        int next = 0;
        for (int i = 0; i < call.arguments.size(); i++) {
            String name = call.argumentNames.get(i);
            if (name.startsWith("-")) {
                program.give(name.substring(1), call.arguments.get(i));
            } else if (next < function.parameters.size()) {
                program.give(function.parameters.get(next), call.arguments.get(i));
                next++;
            }
        }
        functions.enter(function);
        isCut |= !program.follow();
        functions.leave();
        ProgramValue value = program.brought();
        return value.held().isPresent() ? value : ProgramValue.UNKNOWN;
    }

    /** What the function brings that the program is of. */
    ProgramValue brought() {
        return effects.brought();
    }

    /** Follows it, and tells whether all of it was. */
    boolean follow() {
        if (text.code.length() > ShellScript.LENGTH_LIMIT) {
            // Silent: the answer says so.
            return false;
        }
        variables.unpack(text.code);
        while (!text.isAtEnd()) {
            int from = text.at;
            if (stack.top().isText) {
                strings.read();
            } else {
                read(text.ahead(0));
            }
            text.remember(from);
        }
        if (stack.top().isBlock) {
            statements.end();
        }
        return !stack.isCut() && !isCut && !functions.isSpent();
    }

    private void read(char c) {
        ProgramFrame top = stack.top();
        boolean isPowerShell = text.language == ProgramLanguage.POWERSHELL;
        if (top.start < 0 && !Character.isWhitespace(c)) {
            top.start = text.at;
        }
        int fence = text.fence();
        if (fence > 0) {
            expression(fence);
        } else if (c == '\n') {
            statements.endLine();
            text.at++;
        } else if (Character.isWhitespace(c)) {
            if (!top.command.isEmpty() && !text.isBehind(",")) {
                top.argument();
            }
            text.at++;
        } else if (strings.begin() || (isPowerShell && words.type())) {
            return;
        } else if (isPowerShell && words.isVariable()) {
            words.variable();
        } else if (c == '\\' || (c == '`' && isPowerShell)) {
            text.skip(text.begins("\r\n", 1) ? 3 : 2);
        } else if (isPowerShell && words.isBare()) {
            words.bare();
        } else if (!isPowerShell && (Character.isLetter(c) || c == '_' || c == '$')) {
            names.read();
        } else if (Character.isDigit(c)) {
            stack.operand(ProgramValue.of(text.number()));
        } else if (c == '(' || c == '[' || c == '{') {
            open(c);
        } else if (c == ')' || c == ']' || c == '}') {
            text.at++;
            close(c);
        } else {
            operators.read();
        }
    }

    private void expression(int length) {
        ProgramFrame top = stack.top();
        if (text.language == ProgramLanguage.POWERSHELL && top.isBlock && top.isAtStart()) {
            top.run(Fence.OPEN, text.at);
        }
        String expression = text.code.substring(text.at, text.at + length);
        text.at += length;
        stack.operand(ProgramValue.of(place.expression(expression)));
    }

    private void open(char c) {
        int from = text.at;
        ProgramFrame around = stack.top();
        boolean isIndex = c == '[' && stack.isBehindOperand();
        text.at++;
        if (isIndex) {
            ProgramValue receiver = around.last;
            around.last = ProgramValue.NONE;
            stack.push("]", ProgramFrame.INDEX, receiver, from);
            return;
        }
        String end = c == '(' ? ")" : c == '[' ? "]" : "}";
        ProgramFrame frame = stack.push(end, "", ProgramValue.NONE, from);
        frame.isBlock = c == '{' && text.language != ProgramLanguage.PYTHON && !text.isBehind("(,=:[+@");
        frame.isLoop = around.command.equals("foreach");
        frame.isCaptured =
                around.isCaptured || !around.isBlock || !around.target.isEmpty() || !CONTROL.contains(around.command);
    }

    private void close(char c) {
        ProgramFrame frame = stack.top();
        if (frame.end.length() != 1 || frame.end.charAt(0) != c) {
            return;
        }
        ProgramValue value = value(frame, c);
        stack.pop();
        ProgramFrame top = stack.top();
        if (frame.isBlock && top.isBlock && top.target.isEmpty() && text.language == ProgramLanguage.JAVASCRIPT) {
            statements.end();
        } else if (top.isText) {
            top.put(value.isNone() ? ProgramValue.UNKNOWN : value);
        } else {
            stack.operand(value.isNone() ? ProgramValue.UNKNOWN : value);
        }
    }

    /** What stands for all that was read in a pair of brackets. */
    private ProgramValue value(ProgramFrame frame, char c) {
        if (frame.isBlock) {
            statements.end();
            return ProgramValue.UNKNOWN;
        }
        if (frame.function.isEmpty() && text.language == ProgramLanguage.POWERSHELL && c == ')') {
            statements.end();
            return frame.input;
        }
        frame.argument();
        variables.set(frame, frame.all);
        return !frame.function.isEmpty()
                ? effects.result(frame, text.at - 1)
                : c == ')' || stack.isInText() ? frame.all : frame.all.as(ProgramValue.Kind.LIST);
    }
}
