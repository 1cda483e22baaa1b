package io.github.mavenhardening.core.workflow.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The branches of a script of a POSIX shell, those of {@code if} and of {@code case}: how far what is refused in one of them is. */
final class ScriptBranches extends UnquotedSigns {

    /** The whole of a script. */
    static final Part ALL = new Part(0, Integer.MAX_VALUE);

    private static final Pattern ARM =
            Pattern.compile("(?:\\s|#[^\\n]{0,300}\\n){0,200}\\(?(?!esac\\b)[^()\\n#]{1,500}\\)");
    /** No script that someone reads has statements within so many others. */
    private static final int DEPTH = 50;

    private static final int LENGTH = 2_000;

    /** A part of a script, by the offsets of its beginning and behind its end. */
    record Part(int begin, int end) {}

    /** A branch and what it stands in. */
    private static final class Branch {
        private final Statement statement;
        private final int begin;
        private int end = Integer.MAX_VALUE;

        Branch(Statement statement, int begin) {
            this.statement = statement;
            this.begin = begin;
        }
    }

    /** A statement with branches. */
    private static final class Statement {
        private final Branch around;
        private final int begin;
        private final boolean isCase;
        private final StringBuilder conditions = new StringBuilder();
        private final List<Branch> branches = new ArrayList<>();
        private int condition;
        /** Whether one of the branches is always taken. */
        private boolean isComplete;
        /** The branches that the script does not leave in the end; null until they are asked for. */
        private Set<Branch> staying;

        Statement(Branch around, int begin, boolean isCase) {
            this.around = around;
            this.begin = begin;
            this.isCase = isCase;
            this.condition = begin;
        }
    }

    private final Deque<Statement> open = new ArrayDeque<>();
    private final TreeMap<Integer, Branch> byBegin = new TreeMap<>();
    private Branch now;

    ScriptBranches(String script) {
        super(script);
        if (script.contains("fi") || script.contains("esac")) {
            read();
        }
    }

    @Override
    boolean take(char next, boolean isWord) {
        Statement statement = open.peek();
        boolean isCase = statement != null && statement.isCase;
        if (isCase && script.startsWith(";;", at)) {
            end();
            at += 2;
            arm();
        } else if (!isWord) {
            return false;
        } else if (isNext("if") || isNext("case")) {
            begin(next == 'c');
        } else if (isCase && isNext("in") && statement.branches.isEmpty()) {
            condition(statement.begin);
            at += "in".length();
            arm();
        } else if (isCase && isNext("esac")) {
            close("esac");
        } else if (statement != null && !isCase && isNext("fi")) {
            close("fi");
        } else if (statement != null && !isCase && isNext("then")) {
            condition(statement.condition);
            at += "then".length();
            branch();
        } else if (statement != null && !isCase && isNext("elif")) {
            end();
            statement.condition = at;
            at += "elif".length();
        } else if (statement != null && !isCase && isNext("else")) {
            end();
            statement.isComplete = true;
            at += "else".length();
            branch();
        } else {
            return false;
        }
        return true;
    }

    /** Takes in a condition; what is cut of very long ones names fewer variables, by which less counts as known. */
    private void condition(int from) {
        StringBuilder known = open.peek().conditions;
        known.append(script, from, Math.min(at, from + Math.max(0, LENGTH - known.length())));
    }

    private void begin(boolean isCase) {
        // Silent: what is deeper counts as a part of what is around it.
        if (open.size() < DEPTH) {
            open.push(new Statement(now, at, isCase));
        }
        at += isCase ? "case".length() : "if".length();
    }

    /** Begins with the arm whose patterns are ahead. */
    private void arm() {
        Matcher patterns = ARM.matcher(script).region(at, script.length());
        if (patterns.lookingAt()) {
            open.peek().isComplete |= patterns.group().strip().matches("\\(?\\*\\)");
            at = patterns.end();
            branch();
        }
    }

    private void branch() {
        now = new Branch(open.peek(), at);
        open.peek().branches.add(now);
        byBegin.put(at, now);
    }

    private void end() {
        if (now != open.peek().around) {
            now.end = at;
            now = open.peek().around;
        }
    }

    private void close(String word) {
        end();
        open.pop();
        at += word.length();
    }

    /**
     * What is known behind the place where a script leaves unless a variable holds something harmless: the branch that the place is
     * in, or more where the branch is taken for what the variable holds, or where the script leaves in all others.
     */
    Part around(String variable, int place) {
        Map.Entry<Integer, Branch> found = byBegin.floorEntry(place);
        Branch branch = found == null ? null : found.getValue();
        while (branch != null
                && (branch.end <= place
                        || CommandWords.reads(branch.statement.conditions.toString(), variable)
                        || othersLeave(branch))) {
            branch = branch.statement.around;
        }
        return branch == null ? ALL : new Part(branch.begin, branch.end);
    }

    /** What is known behind a condition that holds where a variable does something harmless: the branch that begins there, or more. */
    Part taken(String variable, int condition) {
        Map.Entry<Integer, Branch> next = byBegin.higherEntry(condition - 1);
        if (next == null) {
            return around(variable, condition);
        }
        Branch branch = next.getValue();
        return othersLeave(branch) ? around(variable, branch.statement.begin) : new Part(branch.begin, branch.end);
    }

    private boolean othersLeave(Branch branch) {
        Statement statement = branch.statement;
        if (!statement.isComplete) {
            return false;
        }
        if (statement.staying == null) {
            statement.staying = new HashSet<>(statement.branches);
            statement.staying.removeIf(other -> other.end - other.begin < LENGTH
                    && LeavingStatements.are(script.substring(other.begin, other.end)));
        }
        return statement.staying.isEmpty() || statement.staying.equals(Set.of(branch));
    }
}
