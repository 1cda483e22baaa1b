package io.github.mavenhardening.core.workflow.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a script of a POSIX shell knows that a variable is a word which stands there: where {@code [ "$v" = word ]} holds, and behind
 * what leaves the script where the variable is none of some words.
 */
final class EqualWords extends UnquotedSigns {

    private static final Pattern CONDITION = Pattern.compile("(?:if|elif)\\s([^;\\n]{1,500})[;\\s]{1,100}then(?=\\s)");
    private static final Pattern COMPARISON = Pattern.compile(
            "(?:test\\s)?[\\[(\\s]*\"?\\$(?:(\\w{1,100})|\\{(\\w{1,100})\\})\"?\\s{1,9}(==?|!=)\\s{1,9}(?:'([^'\\\\$`*?\\[]{1,100})'"
                    + "|\"([^\"\\\\$`*?\\[]{1,100})\"|([\\w./:@+-]{1,100}))[\\])\\s]*");
    private static final Pattern AND = Pattern.compile("&&");
    private static final Pattern OR = Pattern.compile("\\|\\|");

    /** A test that decides by itself about the rest of its line. */
    private static final Pattern ALONE = Pattern.compile(
            "(?m)^[ \\t]{0,80}(\\[{1,2} [^\\n;|&\\]]{1,300}\\]{1,2}|test [^\\n;|&]{1,300})[ \\t]{0,9}(&&|\\|\\|)[ \\t]{0,9}([^\\n]{1,300})$");

    private static final int BODY_LENGTH = 2_000;

    /** A comparison of a variable with words: whether it is one of them, or none. */
    private record Comparison(String variable, boolean isOne) {}

    /** A conditional statement whose end is not reached. */
    private static final class Conditional {
        private Optional<Comparison> comparison = Optional.empty();
        /** Where the branch that is read begins. */
        private int begin;

        private boolean hasOthers;
    }

    private final ScriptBranches branches;
    private final HarmlessParts known;
    private final Deque<Conditional> open = new ArrayDeque<>();

    EqualWords(String script, ScriptBranches branches, HarmlessParts known) {
        super(script);
        this.branches = branches;
        this.known = known;
        if (script.contains("=") && (script.contains("[ ") || script.contains("test "))) {
            read();
            alone();
        }
    }

    @Override
    boolean take(char next, boolean isWord) {
        if (isWord && isNext("if")) {
            open.push(new Conditional());
            condition();
        } else if (isWord && !open.isEmpty() && isNext("elif")) {
            end(open.peek());
            open.peek().hasOthers = true;
            condition();
        } else if (isWord && !open.isEmpty() && isNext("else")) {
            end(open.peek());
            open.peek().hasOthers = true;
            at += "else".length();
        } else if (isWord && !open.isEmpty() && isNext("fi")) {
            Conditional closed = open.pop();
            boolean refuses = refuses(closed);
            end(closed);
            at += "fi".length();
            if (refuses) {
                refused(closed.comparison.orElseThrow().variable(), at);
            }
        } else {
            return false;
        }
        return true;
    }

    private void condition() {
        Conditional statement = open.peek();
        Matcher condition = CONDITION.matcher(script).region(at, script.length());
        boolean isRead = condition.lookingAt();
        statement.comparison = isRead ? comparison(condition.group(1)) : Optional.empty();
        at = isRead ? condition.end() : at + 2;
        statement.begin = at;
    }

    private void end(Conditional statement) {
        if (statement.comparison.isPresent() && statement.comparison.get().isOne()) {
            known.add(statement.comparison.get().variable(), statement.begin, at);
        }
        // The branches behind it have conditions of their own.
        statement.comparison = statement.comparison.filter(comparison -> !comparison.isOne());
    }

    /** Whether what is read of a conditional leaves the script where the variable is none of the words. */
    private boolean refuses(Conditional statement) {
        return statement.comparison.isPresent()
                && !statement.comparison.get().isOne()
                && !statement.hasOthers
                && at - statement.begin < BODY_LENGTH
                && LeavingStatements.are(script.substring(statement.begin, at));
    }

    private void alone() {
        Matcher alone = ALONE.matcher(script);
        while (alone.find()) {
            Optional<Comparison> found = comparison(alone.group(1));
            if (found.isPresent() && found.get().isOne() == alone.group(2).equals("&&")) {
                // What is done where it is one of the words, or is not refused.
                if (found.get().isOne()) {
                    known.add(found.get().variable(), alone.start(3), alone.end());
                }
            } else if (found.isPresent() && LeavingStatements.are(alone.group(3).replaceAll("[{}]", ""))) {
                refused(found.get().variable(), alone.end());
            }
        }
    }

    private void refused(String variable, int place) {
        known.addFrom(variable, place, branches.around(variable, place));
    }

    /** The comparison that a condition is; empty where it lets other values through. */
    private static Optional<Comparison> comparison(String condition) {
        Optional<Comparison> one = Optional.empty();
        for (String part : OR.split(condition, -1)) {
            Optional<Comparison> found = ofAll(part);
            boolean isSame = found.isPresent()
                    && found.get().isOne()
                    && (one.isEmpty() || one.get().variable().equals(found.get().variable()));
            if (!isSame) {
                return none(condition);
            }
            one = found;
        }
        return one;
    }

    /** What holds where all parts of a condition do: one that compares with a word is enough. */
    private static Optional<Comparison> ofAll(String condition) {
        for (String part : AND.split(condition, -1)) {
            Matcher comparison = COMPARISON.matcher(part);
            if (comparison.matches() && !comparison.group(3).equals("!=")) {
                return Optional.of(new Comparison(variable(comparison), true));
            }
        }
        return Optional.empty();
    }

    /** A condition that holds where a variable is none of some words, and for all such values. */
    private static Optional<Comparison> none(String condition) {
        Optional<String> variable = Optional.empty();
        for (String part : AND.split(condition, -1)) {
            Matcher comparison = COMPARISON.matcher(part);
            if (!comparison.matches()
                    || !comparison.group(3).equals("!=")
                    || (variable.isPresent() && !variable.get().equals(variable(comparison)))) {
                return Optional.empty();
            }
            variable = Optional.of(variable(comparison));
        }
        return variable.map(name -> new Comparison(name, false));
    }

    private static String variable(Matcher comparison) {
        return comparison.group(1) == null ? comparison.group(2) : comparison.group(1);
    }
}
