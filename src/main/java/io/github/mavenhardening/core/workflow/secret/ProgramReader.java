package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.workflow.code.CodeTexts;
import io.github.mavenhardening.core.workflow.code.ProgramLanguage;
import io.github.mavenhardening.core.workflow.secret.ProgramValue.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the statements of a program, from their beginnings to their ends: what their expressions hold, which names they set, and what
 * they call. These are those of JavaScript and Python.
 */
class ProgramReader extends CodeReader {

    private static final int DEPTH = 200;
    /** A name has no more members that are looked for together. */
    private static final int MEMBERS = 10;

    private static final Set<String> PROCESS =
            Set.of("process.env", "os.environ", "environ", "ENV", "$ENV", "$_ENV", "$_SERVER");
    private static final Set<String> SIZES = Set.of("length", "count", "size");
    private static final Pattern PREFIX = Pattern.compile("[rbfuRBFU]{1,2}");
    private static final Pattern SIGN =
            Pattern.compile("===|!==|\\.\\.\\.|[=!<>]=|=>|[+:]=|&&|\\|\\||\\?\\?|\\?\\.|>>|.", Pattern.DOTALL);
    /** What calls a function for each member of what it is called on. */
    private static final Pattern EACH = Pattern.compile(
            "(?:forEach|map|flatMap|then)\\(\\s{0,9}(?:async\\s{0,5})?\\(?\\s{0,5}(\\w{1,100})\\s{0,5}\\)?\\s{0,5}=>");

    final ProgramVariables variables;
    final ProgramEffects effects;

    private int depth;
    private boolean isCut;
    /** How deep the value is that is filled into a text of Python, where a colon ends it; 0 where none is. */
    private int filled;
    /** Whether a loop was begun whose variable follows. */
    private boolean isLoop;
    /** The name under which the value is given that was read last. */
    String argument = "";

    ProgramReader(
            ProgramLanguage language,
            String written,
            ProgramVariables variables,
            ProgramEffects effects,
            ProgramPlace place) {
        super(language, written, place);
        this.variables = variables;
        this.effects = effects;
    }

    /** Whether more was open than is followed, so that the rest was not read. */
    final boolean isCut() {
        return isCut;
    }

    /** Reads a statement, or what begins a block; answers what it comes to. */
    final ProgramValue statement(int from, int to) {
        at = from;
        end = Math.min(to, code.length());
        isLoop = false;
        return statements();
    }

    /** What stands up to the end comes to. */
    ProgramValue statements() {
        ProgramValue all = ProgramValue.NONE;
        while (at < end) {
            all = all.with(expression(false));
            at++;
        }
        return all;
    }

    /** What ends an expression, besides brackets that close. */
    String ends() {
        return ",;)]}";
    }

    /**
     * Reads an expression, with what it sets.
     *
     * @param isGiven whether it is an argument, or a member, which may have a name
     */
    final ProgramValue expression(boolean isGiven) {
        ProgramOperands read = new ProgramOperands();
        String target = "";
        String name = "";
        if (++depth > DEPTH) {
            // Silent: who asks says so.
            isCut = true;
            at = end;
        }
        for (skipBlanks(); at < end && !isAt(ends()) && !(depth == filled && isAt(":")); skipBlanks()) {
            int from = at;
            if (operand(read)) {
                continue;
            }
            at = from;
            String operator = operator();
            switch (operator) {
                case "=", "+=", ":=" -> {
                    target = target.isEmpty() ? read.all().name() : target;
                    if (isGiven && !operator.equals(":=")) {
                        name = target;
                        read.name();
                    } else {
                        set(target, operator.equals("+="), read);
                    }
                    target = "";
                }
                case "==", "===", "!=", "!==", "<", "<=", ">", ">=", ">>", "is" -> read.compare();
                case "?", "&&", "=>", "and" -> read.drop();
                case "!", "not", "if", "unless", "typeof", "void" -> read.ask();
                case "||", "??", "else", "or" -> read.choose();
                case ":" -> {
                    // What stands before it may be what has the type that follows.
                    target = isGiven ? "" : read.all().name();
                    read.choose();
                }
                case "for" -> {
                    read.drop();
                    isLoop = true;
                }
                case "in", "of" -> {
                    if (isLoop) {
                        loop(read);
                    } else {
                        read.compare();
                    }
                }
                case "as" -> {
                    skipBlanks();
                    variables.set(chain(), read.all());
                    read.drop();
                }
                case "..." -> read.spread();
                case "/" -> read.put(ProgramValue.of("/"));
                default -> {}
            }
        }
        depth--;
        argument = name;
        return read.value(variables);
    }

    /** Takes in that the name that was read is set to each of what follows. */
    final void loop(ProgramOperands read) {
        read.each = read.all().name();
        read.drop();
        isLoop = false;
    }

    /** Sets a variable to what follows. */
    private void set(String name, boolean adds, ProgramOperands read) {
        Optional<ProgramValue> known = adds ? variables.get(name) : Optional.empty();
        ProgramValue value = assigned();
        variables.set(name, known.isPresent() ? known.get().with(value) : value);
        read.drop();
        read.put(value);
    }

    /** What a variable is set to. */
    ProgramValue assigned() {
        return expression(false);
    }

    /** Reads the operator, or the keyword, that stands here. */
    String operator() {
        if (CodeTexts.isOfName(ahead(0))) {
            return chain();
        }
        Matcher sign = SIGN.matcher(code).region(at, code.length());
        String operator = sign.lookingAt() ? sign.group() : "";
        at += operator.length();
        return operator;
    }

    /** Reads an operand with what is called of it, if one stands here. */
    boolean operand(ProgramOperands read) {
        int from = at;
        int stop = textEnd();
        char c = ahead(0);
        if (stop > at) {
            read.put(behind(text(stop, isFilled(c)), from));
        } else if (CodeTexts.isOfName(c) || c == '$') {
            String chain = chain();
            if (PREFIX.matcher(chain).matches() && (ahead(0) == '"' || ahead(0) == '\'')) {
                read.put(behind(text(textEnd(), chain.toLowerCase(Locale.ROOT).contains("f")), from));
                return true;
            }
            return ProgramKeywords.pass(language, chain)
                    || (!ProgramKeywords.areOperators(language, chain) && named(read, from));
        } else if (c == '(' || c == '[' || c == '{') {
            at++;
            ProgramValue all =
                    c == '(' ? group() : given(c == '[' ? ']' : '}').all().as(Kind.LIST);
            read.put(behind(all.isNone() ? ProgramValue.UNKNOWN : all, from));
        } else {
            return false;
        }
        return true;
    }

    /** Whether values are filled into a text that begins with that quote. */
    boolean isFilled(char quote) {
        return quote == '`';
    }

    /** What stands in parentheses that call nothing. */
    ProgramValue group() {
        ProgramValue all = ProgramValue.NONE;
        while (at < end && ahead(0) != ')') {
            all = all.with(expression(false));
            at += at < end && ahead(0) != ')' ? 1 : 0;
        }
        at++;
        return all;
    }

    private boolean named(ProgramOperands read, int from) {
        read.put(behind(name(from, at), from));
        return true;
    }

    /** Whether a member is called that nothing is given to. */
    boolean isCalledAlone() {
        return false;
    }

    /** What stands between a value and its member. */
    String memberSign() {
        return ".";
    }

    /** What a name with its members is, as far as it is known, or what it brings if it is called; up to the first that is not known. */
    ProgramValue name(int from, int to) {
        String whole = code.substring(from, to);
        if (Character.isDigit(whole.charAt(0))) {
            return ProgramValue.of(whole);
        }
        for (int cut = whole.length(); cut > 0; cut = whole.lastIndexOf('.', cut - 1)) {
            String name = whole.substring(0, cut).replace("?", "");
            Optional<ProgramValue> known =
                    PROCESS.contains(name) ? Optional.of(variables.environment()) : variables.get(name);
            boolean isCalled = cut == whole.length() && effects.isOwn(name) && isCalled();
            // What a library is called says what its functions do.
            boolean isLibrary = known.isPresent() && known.get().isUnknown() && cut < whole.length();
            if (known.isPresent() && !isLibrary && !isCalled) {
                at = from + (whole.charAt(cut - 1) == '?' ? cut - 1 : cut);
                return known.get();
            }
        }
        String name = whole.replace("?", "");
        return isCalled()
                ? call(name, ProgramValue.NONE, from)
                : ProgramValue.of("$" + name).named(name);
    }

    /** Reads a name with its members. */
    String chain() {
        int from = at;
        int members = 0;
        while (at < end) {
            char c = code.charAt(at);
            boolean isDot = code.startsWith(memberSign(), at)
                    && c == '.'
                    && (CodeTexts.isOfName(ahead(1)) || ahead(1) == '$')
                    && members < MEMBERS;
            boolean isQuestion = c == '?' && ahead(1) == '.' && CodeTexts.isOfName(ahead(2)) && members < MEMBERS;
            if (!CodeTexts.isOfName(c) && c != '$' && !isDot && !isQuestion) {
                break;
            }
            members += isDot || isQuestion ? 1 : 0;
            at++;
        }
        return code.substring(from, at);
    }

    /** Whether a call follows, behind spaces perhaps. */
    boolean isCalled() {
        int next = at;
        while (next < end && code.charAt(next) == ' ') {
            next++;
        }
        return next < end && code.charAt(next) == '(';
    }

    /** Goes on from a value to its members, of which some are called. */
    final ProgramValue behind(ProgramValue operand, int from) {
        ProgramValue value = operand;
        while (at < end) {
            int member = member();
            boolean isKey =
                    value.kind() == Kind.ENVIRONMENT && language == ProgramLanguage.PERL && code.charAt(at) == '{';
            if (code.charAt(at) == '[' || isKey) {
                int open = at + 1;
                at = open;
                ProgramValue index = given(isKey ? '}' : ']').first();
                value = effects.indexed(
                        value, index, code.substring(open, Math.max(open, Math.min(at - 1, open + 20))));
            } else if (member > at) {
                int begin = member;
                for (at = member; at < end && (CodeTexts.isOfName(code.charAt(at)) || code.charAt(at) == '$'); ) {
                    at++;
                }
                String name = code.substring(begin, at);
                // Names of what Ruby asks, or changes in place, end in a sign.
                at += isCalledAlone() && isAt("?!") && ahead(1) != '=' ? 1 : 0;
                value = isCalled()
                        ? call(name, value, from)
                        : isCalledAlone() ? called(name, value, new GivenValues(), from, at) : member(value, name);
            } else {
                return value;
            }
        }
        return value;
    }

    /** Where the name of a member begins, behind its dot, which may stand in the next line; here where none follows. */
    private int member() {
        int next = at;
        while (next < end && language == ProgramLanguage.JAVASCRIPT && Character.isWhitespace(code.charAt(next))) {
            next++;
        }
        int name = code.startsWith("::", next) || code.startsWith("?.", next)
                ? next + 2
                : code.startsWith(memberSign(), next) ? next + memberSign().length() : end;
        return name < end && CodeTexts.isOfName(code.charAt(name)) ? name : at;
    }

    private ProgramValue member(ProgramValue value, String name) {
        boolean isParsed = value.kind() == Kind.LIST
                || (value.held().isPresent() && value.held().get().form() == ShownSecret.Form.PART);
        return value.kind() == Kind.ENVIRONMENT
                ? variables.environment(name)
                : isParsed && !SIZES.contains(name.toLowerCase(Locale.ROOT))
                        ? value.as(Kind.TEXT)
                        : ProgramValue.UNKNOWN;
    }

    /** Reads what a function is given; answers what it brings. */
    final ProgramValue call(String function, ProgramValue receiver, int from) {
        int to = at;
        while (code.charAt(at) != '(') {
            at++;
        }
        Matcher each = EACH.matcher(code).region(to - function.length(), end);
        if (each.lookingAt()) {
            variables.setEach(each.group(1), receiver);
        }
        at++;
        return called(function, receiver, given(')'), from, to);
    }

    /** What a function brings that is given something. */
    ProgramValue called(String function, ProgramValue receiver, GivenValues given, int from, int to) {
        given.receiver = receiver;
        return effects.result(function, given, from, to);
    }

    /** Reads what stands in brackets, up to the one that closes. */
    final GivenValues given(char close) {
        GivenValues given = new GivenValues();
        while (at < end && code.charAt(at) != close) {
            ProgramValue value = expression(true);
            given.add(value, argument);
            at += ahead(0) == close ? 0 : 1;
        }
        at = Math.min(at + 1, end);
        return given;
    }

    @Override
    boolean isFilledIn() {
        return language == ProgramLanguage.PYTHON
                ? ahead(0) == '{' && ahead(1) != '{'
                : ahead(0) == '$' && ahead(1) == '{';
    }

    @Override
    ProgramValue filledIn() {
        int around = filled;
        filled = language == ProgramLanguage.PYTHON ? depth + 1 : 0;
        at += language == ProgramLanguage.PYTHON ? 1 : 2;
        ProgramValue value = expression(false);
        filled = around;
        // What follows is how the text shows the value.
        while (at < end && code.charAt(at) != '}') {
            at++;
        }
        at = Math.min(at + 1, end);
        return value;
    }
}
