package io.github.mavenhardening.core.workflow.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a script of a POSIX shell knows a variable by {@code case}: within an arm of words that stand there, behind one that takes
 * all with other characters, and after the last where none lets anything else pass.
 */
final class CaseArms extends UnquotedSigns {

    private static final Pattern HEAD = Pattern.compile(
            "case[ \\t]{1,9}\"?\\$(?:(\\w{1,100})|\\{(\\w{1,100})(?:,,|\\^\\^|:?-[\\w./-]{0,50})?\\})\"?[ \\t\\n]{1,40}in(?=\\s)");
    private static final Pattern OTHER_HEAD = Pattern.compile("case[ \\t][^\\n]{1,300}?[ \\t]in(?=\\s)");
    private static final Pattern PATTERNS =
            Pattern.compile("(?:\\s|#[^\\n]{0,300}\\n){0,200}\\(?([^()\\n#]{1,500})\\)");
    private static final Pattern END = Pattern.compile("(?:\\s|#[^\\n]{0,300}\\n){0,200}esac\\b");
    /** Words as they are: no character stands for others. */
    private static final Pattern WORDS = Pattern.compile("[^*?\\[$`\\\\]+");
    /** All values that have another character than those. */
    private static final Pattern OTHERS = Pattern.compile("\\*\\[[!^]([^\\n]{1,80})\\]\\*");

    private static final int BODY_LENGTH = 2_000;

    /** A statement whose end is not reached. */
    private static final class Statement {
        private final String variable;
        /** Whether the arm lets only harmless values into it, and where it begins. */
        private boolean isHarmless;

        private int begin;
        /** Whether an arm before took all values with harmful characters, and whether one takes all that are left. */
        private boolean hasTakenOthers;

        private boolean takesAll;
        /** Whether all that comes out of the arms is harmless. */
        private boolean isSafe = true;

        Statement(String variable) {
            this.variable = variable;
        }
    }

    private final ScriptBranches branches;
    private final HarmlessParts known;
    private final Deque<Statement> open = new ArrayDeque<>();

    CaseArms(String script, ScriptBranches branches, HarmlessParts known) {
        super(script);
        this.branches = branches;
        this.known = known;
        if (script.contains("esac")) {
            read();
        }
    }

    @Override
    boolean take(char next, boolean isWord) {
        if (next == ';' && script.startsWith(";;", at) && !open.isEmpty()) {
            end(open.peek());
            at += 2;
            begin(open.peek());
        } else if (isWord && isNext("esac") && !open.isEmpty()) {
            end(open.peek());
            close(open.pop());
            at += 4;
        } else if (isWord && script.startsWith("case", at)) {
            head();
        } else {
            return false;
        }
        return true;
    }

    private void head() {
        Matcher head = HEAD.matcher(script).region(at, script.length());
        if (head.lookingAt()) {
            Statement statement = new Statement(head.group(1) == null ? head.group(2) : head.group(1));
            open.push(statement);
            at = head.end();
            begin(statement);
            return;
        }
        if (OTHER_HEAD.matcher(script).region(at, script.length()).lookingAt()) {
            // Of another value than that of a variable alone.
            open.push(new Statement(""));
        }
        at += "case".length();
    }

    /** Begins with the arm whose patterns stand there; the last is behind them all. */
    private void begin(Statement statement) {
        Matcher patterns = PATTERNS.matcher(script).region(at, script.length());
        if (!patterns.lookingAt() || patterns.group(1).contains("esac")) {
            statement.begin = -1;
            // What lets through what is not known.
            statement.isSafe &= END.matcher(script).region(at, script.length()).lookingAt();
            return;
        }
        at = patterns.end();
        statement.begin = at;
        statement.isHarmless = true;
        boolean takesOthers = false;
        for (String written : patterns.group(1).split("\\|", -1)) {
            String pattern = written.strip();
            Matcher others = OTHERS.matcher(pattern);
            takesOthers |= others.matches() && HarmlessPattern.isHarmlessSet(others.group(1));
            statement.takesAll |= pattern.equals("*");
            statement.isHarmless &= WORDS.matcher(pattern).matches();
        }
        statement.isHarmless |= statement.hasTakenOthers;
        statement.hasTakenOthers |= takesOthers;
    }

    private void end(Statement statement) {
        if (statement.begin < 0 || statement.variable.isEmpty()) {
            return;
        }
        if (statement.isHarmless) {
            known.add(statement.variable, statement.begin, at);
        } else {
            statement.isSafe &= at - statement.begin < BODY_LENGTH
                    && isSettled(statement.variable, script.substring(statement.begin, at));
        }
    }

    private void close(Statement statement) {
        if (!statement.variable.isEmpty() && statement.isSafe && (statement.takesAll || statement.hasTakenOthers)) {
            if (Character.isDigit(statement.variable.charAt(0))) {
                known.add(statement.variable, at, endOfFunction(script, at));
            } else {
                known.addFrom(statement.variable, at, branches.around(statement.variable, at));
            }
        }
    }

    /** Where a function may end in which a parameter is tested: another one has parameters of its own. */
    static int endOfFunction(String script, int from) {
        int limit = Math.min(script.length(), from + BODY_LENGTH);
        for (int i = from; i + 1 < limit; i++) {
            if (script.charAt(i) == '\n' && script.charAt(i + 1) == '}') {
                return i;
            }
        }
        return limit;
    }

    /** Whether an arm leaves the script, or sets the variable to a text of its own, in the end. */
    private static boolean isSettled(String variable, String body) {
        return LeavingStatements.are(body)
                || LeavingStatements.last(body).matches(Pattern.quote(variable) + "=['\"]?[\\w./:-]{0,100}['\"]?");
    }
}
