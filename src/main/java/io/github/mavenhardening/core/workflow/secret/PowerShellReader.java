package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.workflow.code.CodeTexts;
import io.github.mavenhardening.core.workflow.code.ProgramLanguage;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.secret.ProgramValue.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the statements of PowerShell: commands with their words, pipelines, and expressions with operators that are words. */
final class PowerShellReader extends ProgramReader {

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
            "-gt",
            "-lt",
            "-ceq",
            "-cne",
            "-ieq",
            "-ine");
    private static final Set<String> CHANGING = Set.of("-replace", "-creplace", "-split", "-csplit", "-join");
    private static final Set<String> FOR_EACH = Set.of("%", "foreach", "foreach-object");
    private static final Set<String> LISTING = Set.of("gci", "get-childitem", "dir", "ls");

    private static final Pattern TYPE = Pattern.compile("\\[([\\w.]{1,100})(?:\\[\\])?\\](?:::(\\w{1,80}))?");
    private static final Pattern NAME_OF_ENVIRONMENT = Pattern.compile("(?i)env:[/\\\\*]{0,3}");

    /** Whether the statement sets a variable. */
    private boolean isSet;

    PowerShellReader(String written, ProgramVariables variables, ProgramEffects effects, ProgramPlace place) {
        super(ProgramLanguage.POWERSHELL, written, variables, effects, place);
    }

    @Override
    ProgramValue statements() {
        isSet = false;
        ProgramValue value = pipelines('\0');
        return isSet ? ProgramValue.NONE : value;
    }

    @Override
    ProgramValue group() {
        return pipelines(')');
    }

    /** What statements print up to a bracket that closes them. */
    private ProgramValue pipelines(char close) {
        ProgramValue all = ProgramValue.NONE;
        while (at < end && ahead(0) != close) {
            all = all.with(pipeline());
            at += at < end && ahead(0) != close ? 1 : 0;
        }
        at = Math.min(at + 1, end);
        return all;
    }

    private ProgramValue pipeline() {
        ProgramValue value = ProgramValue.NONE;
        skipBlanks();
        int from = at;
        boolean isFirst = true;
        while (isFirst || isAt("|>")) {
            char sign = isFirst ? ' ' : ahead(0);
            at += isFirst ? 0 : 1;
            isFirst = false;
            if (sign != '>') {
                value = element(value);
            } else if (isAt("&")) {
                at = Math.min(at + 2, end);
            } else {
                at += isAt(">") ? 1 : 0;
                skipBlanks();
                String file = word().text();
                effects.write(file, value, from, at);
                value = ProgramValue.UNKNOWN;
            }
            skipBlanks();
        }
        return value;
    }

    /** Reads a part of a pipeline, which is a command or an expression. */
    private ProgramValue element(ProgramValue input) {
        skipBlanks();
        int from = at;
        String command = command();
        while (command.equals("return")) {
            skipBlanks();
            from = at;
            command = command();
        }
        return command.isEmpty() ? expression(false) : run(command, input, from);
    }

    /** The name of the command that begins here; empty where none does. */
    private String command() {
        if (code.startsWith(Fence.OPEN, at)) {
            return Fence.OPEN;
        }
        if (isAt("%&")) {
            at++;
            return code.substring(at - 1, at);
        }
        return isBare() && !isAt("-0123456789") ? bare() : "";
    }

    private boolean isBare() {
        return at < end && (CodeTexts.isOfName(ahead(0)) || isAt("-./\\~*"));
    }

    /** Reads a bare word. */
    private String bare() {
        int from = at;
        while (at < end && (CodeTexts.isOfName(ahead(0)) || isAt("-./\\~*:"))) {
            at++;
        }
        return code.substring(from, Math.min(at, from + 300)).toLowerCase(Locale.ROOT);
    }

    /** Reads what a command is given, word by word; answers what it prints. */
    private ProgramValue run(String command, ProgramValue input, int from) {
        GivenValues given = new GivenValues();
        given.receiver = input;
        if (FOR_EACH.contains(command) && !input.isNone()) {
            variables.setEach("_", input);
        }
        int to = at;
        String parameter = "";
        for (skipBlanks(); at < end && !isEnd(); skipBlanks()) {
            if (isAt("-") && Character.isLetter(ahead(1))) {
                parameter = bare().replace(":", "");
            } else {
                given.add(word(), parameter);
                parameter = "";
            }
        }
        boolean isEnvironment = LISTING.contains(command)
                && NAME_OF_ENVIRONMENT.matcher(given.first().text()).matches();
        return isEnvironment ? variables.environment() : effects.result(command, given, from, to);
    }

    private boolean isEnd() {
        return isAt(ends()) && !isAt(",");
    }

    @Override
    String ends() {
        return ",;)]}|>";
    }

    /** Reads a word of a command: operands that stand together, or behind commas. */
    private ProgramValue word() {
        ProgramOperands read = new ProgramOperands();
        while (at < end && !isEnd() && !Character.isWhitespace(ahead(0))) {
            boolean isComma = isAt(",");
            if (isComma || !operand(read)) {
                at++;
            }
            if (isComma) {
                skipBlanks();
            }
        }
        return read.all();
    }

    @Override
    boolean operand(ProgramOperands read) {
        int from = at;
        int stop = textEnd();
        char next = ahead(1);
        if (stop > at) {
            read.put(behind(text(stop, ahead(0) == '"' || next == '"'), from));
        } else if (isFilledIn()) {
            read.put(behind(filledIn(), from));
        } else if (isAt("[")) {
            type(read);
        } else if (isAt("@") && (next == '{' || next == '(')) {
            at += 2;
            read.put((next == '(' ? group() : given('}').all()).as(Kind.LIST));
        } else if (isAt("(")) {
            at++;
            ProgramValue value = group();
            read.put(behind(value.isNone() ? ProgramValue.UNKNOWN : value, from));
        } else if (isAt("{")) {
            at++;
            pipelines('}');
        } else if (isBare()) {
            bare(read);
        } else {
            return false;
        }
        return true;
    }

    /** Reads a bare word of an expression, which may be an operator. */
    private void bare(ProgramOperands read) {
        int from = at;
        String word = bare();
        if (word.equals("in")) {
            loop(read);
        } else if (COMPARING.contains(word)) {
            read.compare();
        } else if (word.equals("-not")) {
            read.ask();
        } else if (CHANGING.contains(word)) {
            read.change();
        } else {
            read.put(ProgramValue.of(code.substring(from, at)));
        }
    }

    private void type(ProgramOperands read) {
        int from = at;
        Matcher type = TYPE.matcher(code).region(at, end);
        if (!type.lookingAt()) {
            at++;
            read.put(given(']').all().as(Kind.LIST));
            return;
        }
        at = type.end();
        if (type.group(2) != null) {
            String function = type.group(1).substring(type.group(1).lastIndexOf('.') + 1) + "." + type.group(2);
            read.put(behind(isCalled() ? call(function, ProgramValue.NONE, from) : ProgramValue.UNKNOWN, from));
        } else if (type.group(1).equalsIgnoreCase("bool")) {
            read.ask();
        }
    }

    @Override
    boolean isCalled() {
        return isAt("(");
    }

    @Override
    ProgramValue assigned() {
        ProgramValue value = pipeline();
        isSet = true;
        return value;
    }

    @Override
    boolean isFilledIn() {
        char next = ahead(1);
        return isAt("$") && (Character.isLetter(next) || next == '_' || next == '{' || next == '(');
    }

    @Override
    ProgramValue filledIn() {
        boolean isBraced = ahead(1) == '{';
        at += isBraced || ahead(1) == '(' ? 2 : 1;
        if (code.charAt(at - 1) == '(') {
            return pipelines(')');
        }
        int from = at;
        while (at < end && (CodeTexts.isOfName(ahead(0)) || (isAt(":") && CodeTexts.isOfName(ahead(1))))) {
            at++;
        }
        String name = code.substring(from, at).toLowerCase(Locale.ROOT);
        if (name.startsWith("env:")) {
            name = code.substring(from + 4, at);
            at += isBraced && isAt("}") ? 1 : 0;
            return variables.environment(name);
        }
        at += isBraced && isAt("}") ? 1 : 0;
        Optional<ProgramValue> known = variables.get(name);
        return known.isPresent() ? known.get() : ProgramValue.of("$" + name).named(name);
    }
}
