package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.flow.ShownSecret.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what only PowerShell has: variables, types, and bare words, which are commands, what these get, and operators. */
final class PowerShellWords {

    private static final Set<String> COMPARING = Set.of(
            "-eq",
            "-ne",
            "-match",
            "-notmatch",
            "-like",
            "-notlike",
            "-contains",
            "-in",
            "-is",
            "-and",
            "-not",
            "-gt",
            "-lt",
            "-ceq",
            "-cne",
            "-ieq",
            "-ine");
    private static final Set<String> CHANGING = Set.of("-replace", "-creplace", "-split", "-csplit", "-join");
    private static final Pattern TYPE = Pattern.compile("\\[([\\w.]{1,100})(?:\\[\\])?\\](?:::(\\w{1,80}))?");

    private final ProgramText text;
    private final ProgramStack stack;
    private final ProgramVariables variables;

    PowerShellWords(ProgramText text, ProgramStack stack, ProgramVariables variables) {
        this.text = text;
        this.stack = stack;
        this.variables = variables;
    }

    /** Whether a variable stands here, or statements whose output is a value. */
    boolean isVariable() {
        char next = text.ahead(1);
        return text.begins("$") && (Character.isLetter(next) || next == '_' || next == '{' || next == '(');
    }

    /** Reads it, or the beginning of the statements. */
    void variable() {
        int from = text.at;
        if (text.begins("$(")) {
            text.at += 2;
            stack.push(")", "", ProgramValue.NONE, from).isCaptured = true;
            return;
        }
        boolean isBraced = text.begins("${");
        text.at += isBraced ? 2 : 1;
        int begin = text.at;
        while (ProgramText.isOfName(text.ahead(0)) || (text.begins(":") && ProgramText.isOfName(text.ahead(1)))) {
            text.at++;
        }
        String written = text.code.substring(begin, text.at);
        if (isBraced && text.begins("}")) {
            text.at++;
        }
        stack.operand(held(written));
    }

    private ProgramValue held(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        if (name.startsWith("env:")) {
            return variables.environment(written.substring(4));
        }
        Optional<ProgramValue> known = variables.get(name);
        return known.isPresent() ? known.get() : ProgramValue.of("$" + name).named(name);
    }

    /** Reads a type, if one stands here, and what is called of it. */
    boolean type() {
        if (!text.begins("[") || stack.isBehindOperand()) {
            return false;
        }
        Matcher type = TYPE.matcher(text.code).region(text.at, text.code.length());
        if (!type.lookingAt()) {
            return false;
        }
        int from = text.at;
        text.at = type.end();
        if (type.group(2) != null) {
            String own = type.group(1).substring(type.group(1).lastIndexOf('.') + 1);
            stack.call(own + "." + type.group(2), ProgramValue.NONE, from);
        } else if (type.group(1).equalsIgnoreCase("bool")) {
            stack.top().ask();
        }
        return true;
    }

    /** Whether a bare word stands here. */
    boolean isBare() {
        char c = text.ahead(0);
        boolean isMember = c == '.' && stack.isBehindOperand();
        return ProgramText.isOfName(c) || ("-./\\~*".indexOf(c) >= 0 && !isMember);
    }

    /** Reads it. */
    void bare() {
        int from = text.at;
        while (ProgramText.isOfName(text.ahead(0)) || "-./\\~*:".indexOf(text.ahead(0)) >= 0) {
            text.at++;
        }
        String word = text.since(from, 300);
        String lower = word.toLowerCase(Locale.ROOT);
        ProgramFrame top = stack.top();
        if (top.isAtStart() && !top.isRedirected && "-0123456789".indexOf(word.charAt(0)) < 0) {
            if (!lower.equals("return")) {
                top.run(lower, from);
            }
        } else if (COMPARING.contains(lower) && top.command.isEmpty()) {
            if (lower.equals("-not")) {
                top.ask();
            } else {
                top.compare();
            }
        } else if (CHANGING.contains(lower) && top.command.isEmpty()) {
            top.settle();
            top.operand = top.operand.isNone() ? top.operand : top.operand.as(Form.PART);
            top.ask();
        } else if (lower.equals("in")) {
            top.loop();
        } else if (lower.startsWith("-") && !top.command.isEmpty()) {
            top.argument();
            top.parameter = lower;
        } else {
            stack.operand(ProgramValue.of(word));
        }
    }
}
