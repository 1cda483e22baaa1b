package io.github.mavenhardening.core.workflow.code;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What an expression of a program chooses by: {@code a ? b : c} in JavaScript and PowerShell, {@code b if a else c} in Python. The
 * condition decides which value there is, and is none.
 */
final class ProgramChoices {

    /** What stands in brackets, or in a text that is filled in. */
    private static final class Level {
        /** What ends it. */
        private final char end;
        /** Where the operand begins that is read. */
        private int start;
        /** Where the condition begins and ends that is read, if what it chooses between follows; negative where none is. */
        private int from = -1;

        private int to = -1;

        Level(char end, int start) {
            this.end = end;
            this.start = start;
        }
    }

    private final String text;
    private final StringBuilder left = new StringBuilder();
    private int kept;

    private ProgramChoices(String text) {
        this.text = text;
    }

    /** An expression without the conditions in it. */
    static String withoutConditions(String text) {
        boolean may = (text.indexOf('?') >= 0 && text.indexOf(':') >= 0)
                || (text.contains(" if ") && text.contains(" else "));
        return may ? new ProgramChoices(text).left() : text;
    }

    private String left() {
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level('\0', 0));
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            Level top = open.peek();
            boolean isFilled = top.end == '`';
            if (c == '\\') {
                at++;
            } else if (open.size() > 1 && c == top.end) {
                open.pop();
            } else if (c == '$' && text.startsWith("{", at + 1)) {
                open.push(new Level('}', at + 2));
                at++;
            } else if (!isFilled && c == '`') {
                open.push(new Level('`', at + 1));
            } else if (!isFilled && (c == '"' || c == '\'')) {
                at = end(at);
            } else if (!isFilled && "([{".indexOf(c) >= 0) {
                open.push(new Level(c == '(' ? ')' : c == '[' ? ']' : '}', at + 1));
            } else if (!isFilled) {
                read(top, c, at);
            }
        }
        return left.append(text, kept, text.length()).toString();
    }

    private void read(Level top, char c, int at) {
        if (c == '?') {
            boolean isPart = at > 0 && text.charAt(at - 1) == '?';
            if (!isPart && !text.startsWith("?.", at) && !text.startsWith("??", at)) {
                top.from = top.start;
                top.to = at + 1;
                top.start = at + 1;
            }
        } else if (c == ':') {
            if (top.to > 0) {
                leaveOut(top);
            }
            top.start = at + 1;
        } else if (c == 'i' && isWord("if", at)) {
            top.from = at;
            top.to = -1;
        } else if (c == 'e' && top.from >= 0 && top.to < 0 && isWord("else", at)) {
            top.to = at;
            leaveOut(top);
        } else if (c == ',' || c == ';') {
            top.start = at + 1;
            top.from = -1;
            top.to = -1;
        } else if (c == '=' && !isComparison(at)) {
            top.start = at + (text.startsWith("=>", at) ? 2 : 1);
        }
    }

    private void leaveOut(Level top) {
        if (top.from >= kept) {
            left.append(text, kept, top.from).append(' ');
            kept = top.to;
        }
        top.from = -1;
        top.to = -1;
    }

    private boolean isWord(String word, int at) {
        return at > 0
                && Character.isWhitespace(text.charAt(at - 1))
                && text.startsWith(word, at)
                && at + word.length() < text.length()
                && !CodeTexts.isOfName(text.charAt(at + word.length()));
    }

    private boolean isComparison(int at) {
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        return "=!<>".indexOf(before) >= 0 || text.startsWith("=", at + 1);
    }

    private int end(int from) {
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != text.charAt(from)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
