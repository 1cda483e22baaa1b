package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.flow.ShownSecret.Form;
import io.github.mavenhardening.core.workflow.flow.ShownSecret.Held;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the secrets of a job through a program, whose text is read once: expressions, variables, texts with values in them, calls
 * and files. Functions that the program declares are not followed into, nor is what it decides.
 */
final class SecretProgram {

    enum Language {
        JAVASCRIPT,
        PYTHON,
        POWERSHELL;

        /** That of the programs that an interpreter of that name runs. */
        static Optional<Language> of(String interpreter) {
            return switch (interpreter) {
                case "python", "python3" -> Optional.of(PYTHON);
                case "node" -> Optional.of(JAVASCRIPT);
                default -> Optional.empty();
            };
        }
    }

    private static final String ADD_MASK = "::add-mask::";
    private static final String INDEX = "[";
    private static final int DEPTH_LIMIT = 1_000;
    private static final Set<String> PROCESS = Set.of("process.env", "os.environ", "environ");
    /** What of PowerShell holds statements that print where it stands. */
    private static final Set<String> CONTROL =
            Set.of("", "if", "elseif", "else", "foreach", "for", "while", "do", "try", "catch", "finally", "switch");

    private static final Set<String> SIZES = Set.of("length", "count", "size");
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
    private static final String[] OPERATORS = {
        "===", "!==", "...", "==", "!=", "<=", ">=", "=>", "+=", "&&", "||", "??", "?.", ">>", "::", ":="
    };
    private static final Pattern TYPE = Pattern.compile("\\[([\\w.]{1,100})(?:\\[\\])?\\](?:::(\\w{1,80}))?");
    private static final Pattern NAME_OF_ENVIRONMENT = Pattern.compile("(?i)env:[/\\\\*]{0,3}");
    private static final Pattern UNPACKED =
            Pattern.compile("\\{([\\w\\s,:$]{1,400})\\}\\s{0,9}=\\s{0,9}process\\.env\\b(?!\\.)");
    private static final Pattern REVERSED = Pattern.compile("::-1|-1\\.\\..*", Pattern.DOTALL);

    private final Language language;
    private final String text;
    private final String folder;
    private final ProgramPlace place;
    private final Map<String, ProgramValue> names = new HashMap<>();
    private final Deque<ProgramFrame> stack = new ArrayDeque<>();
    /** Where the last expression of GitHub can end. */
    private int lastFenceEnd;

    private ProgramFrame top = new ProgramFrame("", "", ProgramValue.NONE, 0);
    private int at;
    /** The end of the last operand. */
    private int operandEnd = -1;
    /** The last character, spaces left out. */
    private char before = '\n';
    /** What the next name is given to, in Python. */
    private ProgramValue as = ProgramValue.NONE;

    private Optional<ProgramValue> process = Optional.empty();
    private boolean isWhole;

    SecretProgram(Language language, String text, String folder, ProgramPlace place) {
        this.language = language;
        this.text = text;
        this.folder = folder;
        this.place = place;
        lastFenceEnd = text.lastIndexOf("}}");
        top.isBlock = true;
    }

    /** Follows it, and tells whether all of it was. */
    boolean follow() {
        isWhole = text.length() <= ShellScript.LENGTH_LIMIT;
        // Silent: the answer says so.
        at = isWhole ? 0 : text.length();
        unpack();
        while (at < text.length()) {
            int from = at;
            if (top.isText) {
                inText();
            } else if (comment()) {
                continue;
            } else {
                inCode(text.charAt(at));
            }
            if (at > from && !Character.isWhitespace(text.charAt(at - 1))) {
                before = text.charAt(at - 1);
            }
        }
        if (top.isBlock) {
            endStatement();
        }
        return isWhole;
    }

    /** Takes in the variables that JavaScript takes out of the environment by their names. */
    private void unpack() {
        Matcher unpacked = language == Language.JAVASCRIPT ? UNPACKED.matcher(text) : UNPACKED.matcher("");
        while (unpacked.find()) {
            for (String part : unpacked.group(1).split(",", -1)) {
                String[] both = part.split(":", 2);
                String name = both[both.length - 1].strip();
                names.put(name, environment(both[0].strip()).named(name));
            }
        }
    }

    private void inCode(char c) {
        boolean isPowerShell = language == Language.POWERSHELL;
        if (top.start < 0 && !Character.isWhitespace(c)) {
            top.start = at;
        }
        int fence = fence();
        if (fence > 0) {
            if (isPowerShell && top.isBlock && top.isAtStart()) {
                run(Fence.OPEN, at);
            }
            operand(ProgramValue.of(place.expression(text.substring(at, at + fence))), at + fence);
        } else if (c == '\n') {
            endLine();
            at++;
        } else if (Character.isWhitespace(c)) {
            if (!top.command.isEmpty() && before != ',') {
                top.argument();
            }
            at++;
        } else if (string(c) || (isPowerShell && (dollar(c) || type(c)))) {
            return;
        } else if (c == '\\' || (c == '`' && isPowerShell)) {
            at = Math.min(at + (text.startsWith("\r\n", at + 1) ? 3 : 2), text.length());
        } else if (isPowerShell && isBare(c)) {
            bare();
        } else if (!isPowerShell && (Character.isLetter(c) || c == '_' || c == '$')) {
            name();
        } else if (Character.isDigit(c)) {
            int from = at;
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            operand(ProgramValue.of(text.substring(from, Math.min(at, from + 20))), at);
        } else if (c == '(' || c == '[' || c == '{') {
            open(c);
        } else if (c == ')' || c == ']' || c == '}') {
            at++;
            close(c);
        } else {
            operator(c);
        }
    }

    private int fence() {
        if (at >= lastFenceEnd || !text.startsWith(Fence.OPEN, at)) {
            return 0;
        }
        int end = Fence.end(text, at);
        // Where one is not closed GitHub refuses the workflow.
        lastFenceEnd = end < 0 ? 0 : lastFenceEnd;
        return Math.max(0, end - at);
    }

    private void operand(ProgramValue value, int end) {
        top.put(value);
        at = end;
        operandEnd = end;
    }

    private boolean comment() {
        boolean isScript = language == Language.JAVASCRIPT;
        String end =
                isScript && text.startsWith("/*", at) ? "*/" : text.startsWith("<#", at) && !isScript ? "#>" : "\n";
        char c = text.charAt(at);
        boolean isLine = isScript
                ? text.startsWith("//", at)
                : c == '#' && (language == Language.PYTHON || at == 0 || Character.isWhitespace(text.charAt(at - 1)));
        if (!isLine && end.equals("\n")) {
            return false;
        }
        int to = text.indexOf(end, at);
        at = to < 0 ? text.length() : to + (end.equals("\n") ? 0 : end.length());
        return true;
    }

    /** Reads the beginning of a text, or the whole of a regular expression. */
    private boolean string(char c) {
        boolean isScript = language == Language.JAVASCRIPT;
        if (c == '/' && isScript && top.last.isNone()) {
            boolean isClass = false;
            for (at++; at < text.length() && text.charAt(at) != '\n'; at++) {
                char each = text.charAt(at);
                isClass = each == '[' || (isClass && each != ']');
                if (each == '\\') {
                    at++;
                } else if (each == '/' && !isClass) {
                    break;
                }
            }
            operand(ProgramValue.UNKNOWN, Math.min(at + 1, text.length()));
            return true;
        }
        if (language == Language.POWERSHELL
                && c == '@'
                && (text.startsWith("\"", at + 1) || text.startsWith("'", at + 1))) {
            beginText("\n" + text.charAt(at + 1) + "@", at + 2, text.charAt(at + 1) == '"');
            return true;
        }
        if (c == '"' || c == '\'' || (c == '`' && isScript)) {
            String three = String.valueOf(c).repeat(3);
            boolean isLong = language == Language.PYTHON && text.startsWith(three, at);
            beginText(
                    isLong ? three : String.valueOf(c),
                    at + (isLong ? 3 : 1),
                    language == Language.POWERSHELL ? c == '"' : isScript && c == '`');
            return true;
        }
        return false;
    }

    private void beginText(String quote, int from, boolean isFilled) {
        int begin = at;
        at = from;
        ProgramFrame frame = push(quote, "", ProgramValue.NONE, begin);
        frame.isText = true;
        frame.isFilled = isFilled;
    }

    private ProgramFrame push(String end, String function, ProgramValue receiver, int from) {
        ProgramFrame frame = new ProgramFrame(end, function, receiver, from);
        if (stack.size() >= DEPTH_LIMIT) {
            // Silent: the answer says so.
            isWhole = false;
            at = text.length();
        }
        stack.push(top);
        top = frame;
        return frame;
    }

    private void inText() {
        int from = at;
        boolean isLine = top.end.length() == 1 && language != Language.POWERSHELL && !top.end.equals("`");
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith(top.end, at)) {
                if (language == Language.POWERSHELL && top.end.length() == 1 && text.startsWith(top.end, at + 1)) {
                    at += 2;
                    continue;
                }
                take(from);
                endText(at + top.end.length());
                return;
            }
            if (c == '\n' && isLine) {
                take(from);
                endText(at);
                return;
            }
            int fence = fence();
            if (fence > 0) {
                take(from);
                top.put(new ProgramValue(
                        ProgramValue.Kind.TEXT,
                        place.expression(text.substring(at, at + fence)),
                        text.substring(at, Math.min(at + fence, at + 100)),
                        ""));
                at += fence;
                return;
            }
            if (c == (language == Language.POWERSHELL ? '`' : '\\')) {
                at = Math.min(at + 2, text.length());
            } else if (top.isFilled && text.startsWith("{{", at)) {
                at += 2;
            } else if (top.isFilled && isValue(c)) {
                take(from);
                value();
                return;
            } else {
                at++;
            }
        }
        take(from);
    }

    /** Whether a value stands here in a text. */
    private boolean isValue(char c) {
        return switch (language) {
            case JAVASCRIPT -> text.startsWith("${", at);
            case PYTHON -> c == '{';
            case POWERSHELL -> c == '$' && at + 1 < text.length() && isVariable(text.charAt(at + 1));
        };
    }

    private void value() {
        if (language == Language.POWERSHELL) {
            dollar('$');
        } else {
            int from = at;
            at += language == Language.PYTHON ? 1 : 2;
            push("}", "", ProgramValue.NONE, from);
        }
    }

    private void take(int from) {
        if (at > from) {
            top.put(ProgramValue.of(text.substring(from, Math.min(at, from + 300))));
        }
    }

    private void endText(int end) {
        top.settle();
        ProgramValue value = top.operand.isNone() ? ProgramValue.of("\"") : top.operand;
        top = stack.pop();
        operand(value, end);
    }

    private static boolean isVariable(char c) {
        return Character.isLetter(c) || c == '_' || c == '{' || c == '(';
    }

    /** Reads a variable of PowerShell, or the beginning of statements whose output is a value. */
    private boolean dollar(char c) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        if (c != '$' || !isVariable(next)) {
            return false;
        }
        if (next == '(') {
            int from = at;
            at += 2;
            push(")", "", ProgramValue.NONE, from).isCaptured = true;
            return true;
        }
        int from = at + (next == '{' ? 2 : 1);
        int to = from;
        while (to < text.length()
                && (isOfName(text.charAt(to)) || (text.charAt(to) == ':' && isOfName(text, to + 1)))) {
            to++;
        }
        String name = text.substring(from, to).toLowerCase(Locale.ROOT);
        int end = next == '{' && text.startsWith("}", to) ? to + 1 : to;
        ProgramValue known = names.get(name);
        operand(
                name.startsWith("env:")
                        ? environment(text.substring(from + 4, to))
                        : known != null ? known : ProgramValue.of("$" + name).named(name),
                end);
        return true;
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isOfName(String text, int at) {
        return at < text.length() && isOfName(text.charAt(at));
    }

    /** What a variable of the environment holds by now. */
    private ProgramValue environment(String name) {
        String key = "env:" + (language == Language.POWERSHELL ? name.toLowerCase(Locale.ROOT) : name);
        return names.computeIfAbsent(
                key, absent -> new ProgramValue(ProgramValue.Kind.TEXT, place.variable(name), "$" + name, key));
    }

    /** All variables of the environment. */
    private ProgramValue process() {
        process = process.or(
                () -> Optional.of(new ProgramValue(ProgramValue.Kind.ENVIRONMENT, place.anyVariable(), "$", "")));
        return process.get();
    }

    /** Reads a type of PowerShell, and what is called of it. */
    private boolean type(char c) {
        if (c != '[' || at == operandEnd) {
            return false;
        }
        Matcher type = TYPE.matcher(text).region(at, text.length());
        if (!type.lookingAt()) {
            return false;
        }
        int from = at;
        at = type.end();
        if (type.group(2) != null) {
            String own = type.group(1).substring(type.group(1).lastIndexOf('.') + 1);
            called(own + "." + type.group(2), ProgramValue.NONE, from);
        } else if (type.group(1).equalsIgnoreCase("bool")) {
            top.ask();
        }
        return true;
    }

    /** Begins the call of a function whose name was read; without parentheses it is a value that is not known. */
    private void called(String function, ProgramValue receiver, int from) {
        if (text.startsWith("(", at)) {
            at++;
            push(")", function, receiver, from);
        } else {
            operand(ProgramValue.UNKNOWN, at);
        }
    }

    private boolean isBare(char c) {
        boolean isMember = c == '.' && at == operandEnd;
        return isOfName(c) || ("-./\\~*".indexOf(c) >= 0 && !isMember);
    }

    /** Reads a bare word of PowerShell: a command, what it gets, or an operator. */
    private void bare() {
        int from = at;
        while (at < text.length() && (isOfName(text.charAt(at)) || "-./\\~*:".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String word = text.substring(from, Math.min(at, from + 300));
        String lower = word.toLowerCase(Locale.ROOT);
        if (top.isAtStart() && !top.isRedirected && "-0123456789".indexOf(word.charAt(0)) < 0) {
            if (!lower.equals("return")) {
                run(lower, from);
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
            loop();
        } else if (lower.startsWith("-") && !top.command.isEmpty()) {
            top.argument();
            top.parameter = lower;
        } else {
            operand(ProgramValue.of(word), at);
        }
    }

    /** What follows belongs to a command. */
    private void run(String command, int from) {
        top.command = command;
        top.commandFrom = from;
    }

    private void loop() {
        top.isLoop = true;
        top.target = top.last.name();
        top.drop();
    }

    /** Reads a name of JavaScript or Python with its members. */
    private void name() {
        int from = at;
        String chain = chain();
        char next = at < text.length() ? text.charAt(at) : '\n';
        if (language == Language.PYTHON && (next == '"' || next == '\'') && chain.matches("[rbfuRBFU]{1,2}")) {
            boolean isFilled = chain.toLowerCase(Locale.ROOT).contains("f");
            string(next);
            top.isFilled = isFilled;
            return;
        }
        if (!keyword(chain)) {
            member(chain, from);
        }
    }

    /** Reads names with dots between them. */
    private String chain() {
        int from = at;
        boolean isOptional = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean isDot = c == '.' && (isOfName(text, at + 1) || text.startsWith("$", at + 1));
            boolean isQuestion = c == '?' && text.startsWith("?.", at) && isOfName(text, at + 2);
            if (!isOfName(c) && c != '$' && !isDot && !isQuestion) {
                break;
            }
            isOptional |= isQuestion;
            at++;
        }
        String chain = text.substring(from, at);
        return isOptional ? chain.replace("?", "") : chain;
    }

    private boolean keyword(String word) {
        boolean isPython = language == Language.PYTHON;
        switch (word) {
            case "return", "await", "new", "const", "let", "var", "lambda", "yield", "with", "async", "export" ->
                top.settle();
            case "typeof", "void" -> top.ask();
            case "in" -> inOrOf();
            case "of" -> {
                if (isPython) {
                    return false;
                }
                inOrOf();
            }
            case "if", "not", "else", "and", "or", "is", "for", "as" -> {
                return isPython && ofPython(word);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void inOrOf() {
        if (top.isLoop || top.function.equals("for")) {
            loop();
        } else {
            top.compare();
        }
    }

    private boolean ofPython(String word) {
        switch (word) {
            case "if", "not" -> top.ask();
            case "else", "or" -> top.choose();
            case "and" -> top.drop();
            case "is" -> top.compare();
            case "for" -> {
                top.drop();
                top.isLoop = true;
            }
            default -> {
                top.settle();
                as = top.operand;
            }
        }
        return true;
    }

    /** What a name with its members is, as far as it is known, and what of it is called. */
    private void member(String chain, int from) {
        if (!as.isNone()) {
            names.put(chain, as.named(chain));
            as = ProgramValue.NONE;
            top.drop();
            operandEnd = at;
            return;
        }
        boolean isScript = language == Language.JAVASCRIPT;
        ProgramValue known = names.get(chain);
        if (known != null) {
            operand(known, at);
        } else if (PROCESS.contains(chain)) {
            operand(process(), at);
        } else if (isScript && chain.startsWith("process.env.")) {
            String[] parts = chain.split("\\.", 4);
            members(environment(parts[2]), parts.length > 3 ? parts[3] : "", from);
        } else {
            int dot = chain.indexOf('.');
            ProgramValue first = dot > 0 ? names.get(chain.substring(0, dot)) : null;
            if (first != null) {
                members(first, chain.substring(dot + 1), from);
            } else if (isCalled()) {
                called(chain, ProgramValue.NONE, from);
            } else {
                operand(ProgramValue.of("$" + chain).named(chain), at);
            }
        }
    }

    /** Whether a call follows, behind spaces perhaps, which are left out then. */
    private boolean isCalled() {
        int next = at;
        while (next < text.length() && text.charAt(next) == ' ' && language != Language.POWERSHELL) {
            next++;
        }
        if (text.startsWith("(", next)) {
            at = next;
            return true;
        }
        return false;
    }

    /** Goes from a value to its members, of which the last may be called. */
    private void members(ProgramValue from, String chain, int place) {
        ProgramValue value = from;
        boolean isCalled = isCalled();
        int next = 0;
        while (next < chain.length()) {
            int dot = chain.indexOf('.', next);
            String name = chain.substring(next, dot < 0 ? chain.length() : dot);
            next = dot < 0 ? chain.length() : dot + 1;
            if (isCalled && next == chain.length()) {
                called(name, value, place);
                return;
            }
            value = value.kind() == ProgramValue.Kind.ENVIRONMENT
                    ? environment(name)
                    : isParsed(value) && !SIZES.contains(name.toLowerCase(Locale.ROOT))
                            ? value.as(ProgramValue.Kind.TEXT)
                            : ProgramValue.UNKNOWN;
        }
        operand(value, at);
    }

    /** Whether members of a value are secrets, or parts of one. */
    private static boolean isParsed(ProgramValue value) {
        return value.kind() == ProgramValue.Kind.LIST
                || (value.held().isPresent() && value.held().get().form() == Form.PART);
    }

    private void open(char c) {
        int from = at;
        at++;
        if (c == '[' && from == operandEnd) {
            ProgramValue receiver = top.last;
            top.last = ProgramValue.NONE;
            push("]", INDEX, receiver, from);
            return;
        }
        ProgramFrame around = top;
        String end = c == '(' ? ")" : c == '[' ? "]" : "}";
        boolean isBlock = c == '{' && language != Language.PYTHON && "(,=:[+@".indexOf(before) < 0;
        ProgramFrame frame = push(end, "", ProgramValue.NONE, from);
        frame.isBlock = isBlock;
        frame.isLoop = around.command.equals("foreach");
        frame.isCaptured =
                around.isCaptured || !around.isBlock || !around.target.isEmpty() || !CONTROL.contains(around.command);
    }

    private void close(char c) {
        if (top.end.length() != 1 || top.end.charAt(0) != c) {
            return;
        }
        ProgramFrame frame = top;
        ProgramValue value;
        if (frame.isBlock) {
            endStatement();
            value = ProgramValue.UNKNOWN;
        } else if (frame.function.isEmpty() && language == Language.POWERSHELL && c == ')') {
            endStatement();
            value = frame.input;
        } else {
            frame.argument();
            assign(frame, frame.all);
            value = !frame.function.isEmpty()
                    ? result(frame, at - 1)
                    : c == ')' || stack.peek().isText ? frame.all : frame.all.as(ProgramValue.Kind.LIST);
        }
        top = stack.pop();
        if (frame.isBlock && top.isBlock && top.target.isEmpty() && language == Language.JAVASCRIPT) {
            endStatement();
        } else if (top.isText) {
            top.put(value.isNone() ? ProgramValue.UNKNOWN : value);
        } else {
            operand(value.isNone() ? ProgramValue.UNKNOWN : value, at);
        }
    }

    private void operator(char c) {
        int from = at;
        String operator = String.valueOf(c);
        for (String each : OPERATORS) {
            if (text.startsWith(each, at)) {
                operator = each;
                break;
            }
        }
        at += operator.length();
        boolean isPowerShell = language == Language.POWERSHELL;
        switch (operator) {
            case ".", "?.", "::" -> {
                if (!top.last.isNone() && (isOfName(text, at) || text.startsWith("$", at))) {
                    ProgramValue value = top.last;
                    top.last = ProgramValue.NONE;
                    members(value, chain(), from);
                }
            }
            case "=", "+=", ":=" -> set(operator.equals("+="));
            case "==", "===", "!=", "!==", "<", "<=", ">=" -> top.compare();
            case ">", ">>" -> {
                if (isPowerShell) {
                    redirect();
                } else {
                    top.compare();
                }
            }
            case "?", "&&", "=>" -> top.drop();
            case "!" -> top.ask();
            case "||", "??" -> top.choose();
            case "|" -> {
                if (isPowerShell) {
                    pipe();
                } else {
                    top.settle();
                }
            }
            case ":" -> colon();
            case ";" -> {
                if (top.isBlock) {
                    endStatement();
                } else {
                    top.argument();
                }
            }
            case "," -> {
                if (top.isBlock) {
                    top.choose();
                } else {
                    top.argument();
                }
            }
            case "/" -> top.put(ProgramValue.of("/"));
            case "%" -> {
                if (isPowerShell && top.isAtStart()) {
                    run("foreach-object", from);
                } else {
                    top.settle();
                }
            }
            case "&" -> {
                if (isPowerShell && top.isAtStart()) {
                    run(operator, from);
                } else {
                    top.settle();
                }
            }
            default -> top.settle();
        }
    }

    private void colon() {
        if (language == Language.PYTHON && stack.peek() != null && stack.peek().isText) {
            // What follows is how the text shows the value.
            while (at < text.length() && text.charAt(at) != '}' && text.charAt(at) != '\n') {
                at++;
            }
        } else if (language == Language.PYTHON
                && top.isBlock
                && (top.isLoop || !top.operand.isNone() || !isAnnotated())) {
            endStatement();
        } else {
            top.choose();
        }
    }

    /** Whether a type follows, behind the name of a variable that is set. */
    private boolean isAnnotated() {
        if (top.last.name().isEmpty() || !text.startsWith(" ", at)) {
            return false;
        }
        top.target = top.last.name();
        top.drop();
        return true;
    }

    private void set(boolean adds) {
        if (top.function.isEmpty()) {
            String name = top.last.name().isEmpty() ? "=" : top.last.name();
            top.target = top.target.isEmpty() ? name : top.target;
            top.adds = adds;
        }
        top.drop();
    }

    private void redirect() {
        if (text.startsWith("&", at)) {
            at = Math.min(at + 2, text.length());
            return;
        }
        ProgramValue value = element();
        top.begin();
        top.input = value;
        top.isRedirected = true;
    }

    private void pipe() {
        ProgramValue value = element();
        top.begin();
        top.input = value;
    }

    /** What a part of a pipeline of PowerShell prints, which ends here. */
    private ProgramValue element() {
        top.argument();
        if (top.isRedirected) {
            write(top.first.text(), top.input, Math.max(top.start, 0), at);
            return ProgramValue.UNKNOWN;
        }
        if (top.command.isEmpty()) {
            return top.all;
        }
        ProgramFrame frame = new ProgramFrame("", top.command, top.input, top.commandFrom);
        frame.first = top.path.isEmpty() ? top.first : ProgramValue.of(top.path);
        frame.all = top.all;
        frame.lastText = top.lastText;
        if (Set.of("gci", "get-childitem", "dir", "ls").contains(top.command)
                && NAME_OF_ENVIRONMENT.matcher(frame.first.text()).matches()) {
            return process();
        }
        return result(frame, top.commandFrom + top.command.length());
    }

    private void endLine() {
        int next = at + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        char c = next < text.length() ? text.charAt(next) : '\n';
        boolean goesOn = switch (language) {
            case JAVASCRIPT -> ".?+:&|".indexOf(c) >= 0 || "=+,&|?(:".indexOf(before) >= 0;
            case PYTHON -> false;
            case POWERSHELL -> c == '|' || "|,=+".indexOf(before) >= 0;
        };
        if (top.isBlock && !goesOn) {
            endStatement();
        } else if (!top.isBlock && language == Language.POWERSHELL) {
            top.argument();
        }
    }

    /** Ends a statement: it sets a variable, or, in PowerShell, prints its value. */
    private void endStatement() {
        boolean isPowerShell = language == Language.POWERSHELL;
        if (!isPowerShell) {
            top.argument();
        }
        int start = Math.max(top.start, 0);
        ProgramValue value = isPowerShell ? element() : top.all;
        boolean isSet = !top.target.isEmpty();
        assign(top, value);
        if (isPowerShell && top.isBlock && !isSet && !top.isCaptured) {
            print(value, start, at);
        }
        top.begin();
        top.isLoop = false;
        if (!top.isBlock && !isSet) {
            top.input = value;
        }
    }

    private void assign(ProgramFrame frame, ProgramValue value) {
        if (frame.target.isEmpty()) {
            return;
        }
        boolean isAll = value.kind() == ProgramValue.Kind.ENVIRONMENT;
        boolean isText = value.kind() == ProgramValue.Kind.TEXT && language != Language.POWERSHELL;
        ProgramValue set = !frame.isLoop ? value : isAll ? ProgramValue.UNKNOWN : isText ? value.as(Form.PART) : value;
        ProgramValue known = frame.adds ? names.get(frame.target) : null;
        names.put(frame.target, (known == null ? set : known.with(set)).named(frame.target));
        frame.target = "";
        frame.adds = false;
    }

    /** What a call brings, which may show, write or mask a secret. */
    private ProgramValue result(ProgramFrame frame, int end) {
        ProgramValue receiver = frame.receiver;
        ProgramValue both = receiver.with(frame.all);
        if (frame.function.equals(INDEX)) {
            return indexed(frame, end);
        }
        ProgramCall call = ProgramCall.of(frame.function, frame.lastText);
        int to = Math.min(frame.from + frame.function.length(), end);
        if (receiver.kind() == ProgramValue.Kind.ENVIRONMENT) {
            if (frame.function.equals("get")) {
                return environment(frame.first.text());
            }
            return call == ProgramCall.KEEPS ? both : effect(call, frame, both, to);
        }
        if (frame.all.kind() == ProgramValue.Kind.ENVIRONMENT && call != ProgramCall.PRINTS) {
            return frame.function.equals("dict")
                    ? both
                    : call == ProgramCall.KEEPS ? both.as(ProgramValue.Kind.TEXT) : ProgramValue.UNKNOWN;
        }
        return effect(call, frame, both, to);
    }

    private ProgramValue effect(ProgramCall call, ProgramFrame frame, ProgramValue both, int to) {
        ProgramValue first = frame.first;
        switch (call) {
            case PRINTS -> {
                if (!frame.file.isNone()) {
                    write(frame.file.text(), both, frame.from, to);
                } else {
                    print(both, frame.from, to);
                }
            }
            case WRITES -> {
                ProgramValue file = frame.receiver.kind() == ProgramValue.Kind.FILE ? frame.receiver : frame.file;
                if (!file.isNone()) {
                    write(file.text(), frame.all, frame.from, to);
                }
            }
            case WRITES_FILE -> write(first.text(), both, frame.from, to);
            case MASKS -> mask(first);
            case DELETES -> place.delete(path((first.isNone() ? frame.receiver : first).text()));
            case REVERSES -> names.computeIfPresent(first.name(), (name, value) -> value.as(Form.ENCODED));
            case ENCODES -> {
                return both.as(Form.ENCODED).as(ProgramValue.Kind.TEXT);
            }
            case CHANGES -> {
                return part(frame.receiver);
            }
            case TAKES_PART -> {
                return part(both);
            }
            case KEEPS -> {
                return both.as(both.kind() == ProgramValue.Kind.FILE ? both.kind() : ProgramValue.Kind.TEXT);
            }
            case READS_VARIABLE -> {
                return environment(first.text());
            }
            case OPENS -> {
                return first.as(ProgramValue.Kind.FILE);
            }
            case READS_FILE -> {
                return ProgramValue.of(place.file(path((first.isNone() ? frame.receiver : first).text())));
            }
            case OTHER -> {
                return ProgramValue.UNKNOWN;
            }
        }
        return ProgramValue.UNKNOWN;
    }

    /** What is left of a value in part; the members of a list stay as they are. */
    private static ProgramValue part(ProgramValue value) {
        return (value.kind() == ProgramValue.Kind.LIST ? value : value.as(Form.PART)).as(ProgramValue.Kind.TEXT);
    }

    private ProgramValue indexed(ProgramFrame frame, int end) {
        if (frame.receiver.kind() == ProgramValue.Kind.ENVIRONMENT) {
            return environment(frame.first.text());
        }
        if (frame.receiver.kind() == ProgramValue.Kind.LIST) {
            return frame.receiver.as(ProgramValue.Kind.TEXT);
        }
        String index = text.substring(Math.min(frame.from + 1, end), Math.min(end, frame.from + 20))
                .strip();
        return frame.receiver.as(REVERSED.matcher(index).matches() ? Form.ENCODED : Form.PART);
    }

    private void print(ProgramValue value, int from, int to) {
        if (value.held().isEmpty()) {
            return;
        }
        if (value.text().startsWith(ADD_MASK)) {
            mask(value);
        } else {
            place.print(value.held().get(), from, to);
        }
    }

    /** From now on the runner masks what a variable holds as it masks a secret. */
    private void mask(ProgramValue value) {
        if (value.held().isPresent() && !value.name().isEmpty()) {
            Held whole = new Held(value.held().get().secret(), Form.WHOLE);
            names.put(value.name(), new ProgramValue(value.kind(), Optional.of(whole), "$", value.name()));
        }
    }

    private void write(String file, ProgramValue value, int from, int to) {
        boolean isRunners = file.startsWith("$GITHUB_") && !file.startsWith("$GITHUB_WORKSPACE");
        if (value.held().isEmpty() || file.startsWith("/dev/")) {
            return;
        }
        if (file.equals("$GITHUB_STEP_SUMMARY")) {
            place.print(value.held().get(), from, to);
        } else if (!isRunners) {
            place.write(path(file), value.held().get(), from, to);
        }
    }

    private String path(String file) {
        return WorkTrees.within(folder, language == Language.POWERSHELL ? file.replace('\\', '/') : file);
    }
}
