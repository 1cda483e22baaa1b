package io.github.mavenhardening.core.workflow.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The branches of a program that its lines are in, by how far they are indented: behind a condition a name is harmless only where
 * each way through it has made it so.
 */
final class ProgramBranches {

    private static final Pattern CONDITION =
            Pattern.compile("\\s{0,80}\\}?\\s{0,9}((?:else|el)\\s{0,5}(?:if)?|elsif|if|unless)\\b(.{0,500})");

    private static final Pattern CLOSING = Pattern.compile("[{})\\];\\s]{0,80}(?:end)?\\s{0,80}");

    private static final String NAME = "\\$?[\\w.\\[\\]'\"]{1,100}+(?:\\((?:['\"]\\w{1,100}['\"])?\\))?";

    /** What asks of a text only whether it is there. */
    private static final Pattern OF_EMPTINESS =
            Pattern.compile("(?i)(?:\\bnot\\s{1,5}|-not\\s{1,5}|!)\\s{0,5}\\(?" + NAME
                    + "(?=\\s{0,5}(?:[):{]|$|\\band\\b|\\bor\\b|&&|\\|\\||-and|-or))"
                    + "|" + NAME
                    + "\\s{0,5}(?:[!=]==?|\\bis(?:\\s{1,5}not)?\\b|-eq|-ne)\\s{0,5}(?:null|undefined|None|nil|\\$null|''|\"\")"
                    + "|IsNullOr(?:Empty|WhiteSpace)\\([^)]{1,100}\\)"
                    + "|^\\s{0,9}\\(?\\s{0,9}" + NAME + "\\s{0,9}\\)?\\s{0,9}[:{]?\\s{0,9}$");

    private final NamedTexts names;
    private final Deque<Condition> open = new ArrayDeque<>();

    ProgramBranches(NamedTexts names) {
        this.names = names;
    }

    /** A condition whose end is not reached. */
    private static final class Condition {
        private final int indentation;
        private final Branches branches = new Branches();
        private boolean isCorrecting;
        private boolean isComplete;
        private boolean isClosed;

        Condition(int indentation) {
            this.indentation = indentation;
        }
    }

    /**
     * Takes in that a line comes next, which is not part of the condition that stands before it in the same line.
     *
     * @param isOutsiders whether a text brings what an outsider words
     */
    void next(String line, Predicate<String> isOutsiders) {
        boolean may = line.contains("if") || line.contains("else") || line.contains("unless");
        if (line.isBlank() || (open.isEmpty() && !may)) {
            return;
        }
        Matcher condition = CONDITION.matcher(line);
        boolean isCondition = may && condition.lookingAt();
        boolean goesOn = isCondition && condition.group(1).startsWith("el");
        int indentation = line.length() - line.stripLeading().length();
        while (!open.isEmpty() && indentation <= open.peek().indentation) {
            Condition top = open.peek();
            boolean isSame = indentation == top.indentation;
            if (isSame && !goesOn && CLOSING.matcher(line).matches()) {
                close(top);
                return;
            }
            close(top);
            if (isSame && goesOn) {
                top.isComplete |= condition.group(1).equals("else");
                top.isCorrecting |= decides(condition.group(2), isOutsiders);
                top.isClosed = false;
                names.beginBranch();
                return;
            }
            settle();
        }
        if (isCondition && !goesOn) {
            Condition begun = new Condition(indentation);
            begun.isCorrecting = decides(condition.group(2), isOutsiders);
            open.push(begun);
            names.beginBranch();
        }
    }

    /** Leaves all conditions: nothing comes behind them. */
    void end() {
        while (!open.isEmpty()) {
            close(open.peek());
            settle();
        }
    }

    private void settle() {
        Condition last = open.pop();
        names.clean(last.branches.harmless(last.isComplete));
    }

    private void close(Condition condition) {
        if (!condition.isClosed) {
            condition.isClosed = true;
            condition.branches.add(condition.isCorrecting, names.endBranch());
        }
    }

    /** Whether the text itself decides, by more than that it is there. */
    private static boolean decides(String condition, Predicate<String> isOutsiders) {
        return isOutsiders.test(OF_EMPTINESS.matcher(condition).replaceAll(" "));
    }
}
