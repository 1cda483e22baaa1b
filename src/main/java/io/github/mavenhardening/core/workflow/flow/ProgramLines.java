package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a program, each with those behind it that go on with what it says. */
final class ProgramLines {

    /** What may call a program over several lines. */
    private static final SoughtPattern CALL = SoughtPattern.of(
            "\\b(?:subprocess\\.\\w{1,40}|\\w{0,40}exec\\w{0,20}|spawn\\w{0,10}|system|popen)\\(",
            "subprocess.",
            "exec",
            "spawn",
            "system(",
            "popen(");

    /** A name whose value begins in the next line, or is what a function makes of it there. */
    private static final Pattern VALUE_BELOW =
            Pattern.compile("=\\s{0,9}\\(?\\s{0,9}$|=(?![=>])[^=]{1,200}\\(\\s{0,9}$|=(?![=>])[^=]{1,200}=>\\s{0,9}$");

    /** A line that is nothing but a comment; JavaScript has names that begin with the sign. */
    private static final Pattern COMMENT = Pattern.compile("\\s{0,80}(?:#(?![A-Za-z_$]\\w{0,60}\\s{0,5}[=(;])|//)");

    /** What begins and ends a text of several lines, in JavaScript, Python and PowerShell. */
    private static final List<String> TEXTS = List.of("`", "\"\"\"", "'''");

    /** More lines has no call, and no text, that is of harm. */
    private static final int LINES = 12;
    /** What a model is asked may be as long as a page. */
    private static final int ASKED_LINES = 80;

    /**
     * A statement with the chain of calls that goes on below it.
     *
     * @param call it with the lines in which a call, a value or a text that it begins goes on
     * @param from where it begins
     * @param indentation how far the line of the program is indented that it stands in
     * @param isBehind whether it stands in that line behind another statement, or what decides on it
     * @param isText whether the line stands in a text that another began
     */
    record Line(String text, String call, int from, int indentation, boolean isBehind, boolean isText) {}

    private ProgramLines() {}

    /** Those of a program that begins at an offset. */
    static List<Line> of(String program, int start) {
        List<Line> lines = new ArrayList<>();
        int from = start;
        String[] all = program.split("\n", -1);
        String open = "";
        for (int i = 0; i < all.length; i++) {
            String whole = all[i];
            boolean isText = !open.isEmpty();
            if (!isText && COMMENT.matcher(whole).lookingAt()) {
                from += whole.length() + 1;
                continue;
            }
            open = open.isEmpty() ? text(whole) : whole.contains(open) ? "" : open;
            String line = whole.strip();
            if (!lines.isEmpty() && (line.startsWith(".") || line.startsWith("?."))) {
                Line last = lines.remove(lines.size() - 1);
                lines.add(new Line(
                        last.text() + line,
                        last.call() + line,
                        last.from(),
                        last.indentation(),
                        last.isBehind(),
                        last.isText()));
            } else if (isText) {
                lines.add(new Line(whole, call(all, i), from, indentation(whole), false, true));
            } else {
                statements(all, i, from, lines);
            }
            from += whole.length() + 1;
        }
        return lines;
    }

    /** Adds the statements of one line. */
    private static void statements(String[] all, int at, int from, List<Line> lines) {
        String whole = LineStatements.withoutComment(all[at]);
        List<LineStatements.Part> parts = LineStatements.of(whole);
        boolean isFirst = true;
        for (LineStatements.Part part : parts) {
            String text = whole.substring(part.from(), part.to());
            boolean isLast = part.to() == whole.length();
            all[at] = text;
            boolean isBehind = !isFirst && !part.isBlock();
            lines.add(new Line(
                    text, isLast ? call(all, at) : text, from + part.from(), indentation(whole), isBehind, false));
            isFirst = false;
        }
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String call(String[] lines, int at) {
        String line = lines[at];
        String text = text(line);
        boolean isBelow = VALUE_BELOW.matcher(line).find();
        boolean asksModel = ModelCalls.begins(line, at + 1 < lines.length ? lines[at + 1] : "");
        if (text.isEmpty() && !isBelow && !asksModel && !CALL.in(line).find()) {
            return line;
        }
        int end = Math.min(lines.length, at + (asksModel ? ASKED_LINES : LINES));
        StringBuilder call = new StringBuilder(line);
        int open = opened(line);
        boolean goesOn = isBelow || !text.isEmpty() || open > 0;
        for (int i = at + 1; goesOn && i < end; i++) {
            call.append(' ').append(lines[i].strip());
            open += opened(lines[i]);
            text = !text.isEmpty() && lines[i].contains(text) ? "" : text;
            goesOn = !text.isEmpty() || open > 0;
        }
        return call.toString();
    }

    /** What ends the text that a line begins and does not end; empty text where it begins none. */
    private static String text(String line) {
        if (line.endsWith("@\"") || line.endsWith("@'")) {
            return line.charAt(line.length() - 1) + "@";
        }
        for (String mark : TEXTS) {
            int count = 0;
            for (int at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + mark.length())) {
                count++;
            }
            if (count % 2 == 1) {
                return mark;
            }
        }
        return "";
    }

    private static int opened(String line) {
        int open = 0;
        for (int i = 0; i < line.length(); i++) {
            open += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
        }
        return open;
    }
}
