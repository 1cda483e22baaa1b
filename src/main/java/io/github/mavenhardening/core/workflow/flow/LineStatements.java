package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements of one line of a program: those between semicolons, and what a condition of the same line decides on. */
final class LineStatements {

    /** What stands in parentheses decides on what stands behind it. */
    private static final SoughtPattern GUARD = SoughtPattern.of(
            "\\s{0,80}\\}?\\s{0,9}(?:else\\s)?\\s{0,9}(?:(?:else)?if|for(?:each)?|while|unless|switch)\\s{0,5}\\(",
            "if",
            "for",
            "while",
            "unless",
            "switch");

    /** Begins a block, or an arm of a choice, without parentheses. */
    private static final Pattern BLOCK = Pattern.compile(
            "\\s{0,80}\\}?\\s{0,9}(?:(?:try|do|finally|default|else|catch(?:\\s{0,5}\\([^()]{0,200}\\)|\\s{1,5}\\[[\\w.]{1,100}\\])?)\\s{0,5}\\{"
                    + "|function\\s{1,5}[\\w:-]{1,100}\\s{0,5}(?:\\([^()]{0,200}\\)\\s{0,5})?\\{(?!\\s{0,9}return\\b)"
                    + "|(?:const|let|var)\\s{1,5}\\w{1,100}\\s{0,5}=\\s{0,5}(?:async\\s{0,5})?(?:\\([^()]{0,200}\\)|\\w{1,100})\\s{0,5}=>\\s{0,5}\\{(?!\\s{0,9}return\\b)"
                    + "|'[^']{1,200}'\\s{0,5}\\{|\"[^\"]{1,200}\"\\s{0,5}\\{"
                    + "|else\\s{1,9}(?!if\\b)(?=[A-Za-z_$]))\\s{0,9}");

    /** A statement of Python, or an arm of a choice, whose block a colon begins. */
    private static final Pattern COLON = Pattern.compile(
            "\\s{0,80}(?:(?:if|elif|for|while|with|except|case)\\b(?!\\s{0,5}[=.(]\\S{0,5}$)|(?:else|try|finally|default|except)\\s{0,5}(?=:))");

    private static final Pattern STATEMENT = Pattern.compile("\\s{0,80}[A-Za-z_$'\"}]");
    private static final Pattern GOES_ON = Pattern.compile("\\}\\s{0,9}(?:else|catch|finally|elseif)\\b");

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    /**
     * A part of a line.
     *
     * @param isBlock whether it only says when, or how often, what stands behind it runs
     */
    record Part(int from, int to, boolean isBlock) {}

    private LineStatements() {}

    /** The parts of a line, of which there is at least one; together they are all of it. */
    static List<Part> of(String line) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (true) {
            int end = block(line, from);
            boolean isBlock = end > 0;
            end = isBlock ? end : end(line, from, false);
            if (end < 0) {
                parts.add(new Part(from, line.length(), false));
                return parts;
            }
            parts.add(new Part(from, end, isBlock));
            from = end;
        }
    }

    /** A line up to the comment at its end. */
    static String withoutComment(String line) {
        if (!line.contains(" #") && !line.contains(" //")) {
            return line;
        }
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                at = text(line, at);
            } else if (isComment(line, at)) {
                return line.substring(0, at);
            }
        }
        return line;
    }

    /** Where the statement begins on which what stands there decides; negative where none does. */
    private static int block(String line, int from) {
        String rest = from == 0 ? line : line.substring(from, Math.min(line.length(), from + 400));
        int at = -1;
        Matcher guard = GUARD.in(rest);
        Matcher block = BLOCK.matcher(rest);
        if (guard.lookingAt()) {
            at = from + guard.end();
            for (int open = 1; open > 0 && at < line.length(); at++) {
                open += line.charAt(at) == '(' ? 1 : line.charAt(at) == ')' ? -1 : 0;
            }
            while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '{')) {
                at++;
            }
        } else if (block.lookingAt()) {
            at = from + block.end();
        }
        if (at < 0 && COLON.matcher(rest).lookingAt()) {
            at = end(line, from, true);
        }
        return at > 0 && isStatement(line, at) ? at : -1;
    }

    private static boolean isStatement(String line, int at) {
        return at < line.length()
                && STATEMENT.matcher(line).region(at, line.length()).lookingAt();
    }

    /** Behind the first semicolon, or colon, or end of a block outside of texts and brackets; negative where there is none. */
    private static int end(String line, int from, boolean isColon) {
        int open = 0;
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                at = text(line, at);
            } else if (c == '}' && open == 0 && at > from) {
                boolean goesOn = GOES_ON.matcher(line).region(at, line.length()).lookingAt();
                if (isColon || !(goesOn ? at > from : isStatement(line, at + 1))) {
                    return -1;
                }
                return goesOn ? at : at + 1;
            } else if (open == 0 && (c == ';' || (isColon && c == ':'))) {
                return (c == ':') == isColon && isStatement(line, at + 1) ? at + 1 : -1;
            } else {
                open += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
            }
        }
        return -1;
    }

    private static boolean isComment(String line, int at) {
        boolean isBehindSpace = at == 0 || Character.isWhitespace(line.charAt(at - 1));
        return isBehindSpace && ((line.charAt(at) == '#' && !line.startsWith("#{", at)) || line.startsWith("//", at));
    }

    /** Where a text in quotes ends. */
    private static int text(String line, int from) {
        int at = from + 1;
        while (at < line.length() && line.charAt(at) != line.charAt(from)) {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
