package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
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
            Pattern.compile("=\\s{0,9}\\(?\\s{0,9}$|=(?![=>])[^=]{1,200}=>\\s{0,9}$");

    /** A condition or a loop of JavaScript. */
    private static final SoughtPattern GUARD = SoughtPattern.of(
            "\\s{0,80}\\}?\\s{0,9}(?:else\\s)?\\s{0,9}(?:if|for|while)\\s{0,5}\\(", "if", "for", "while");

    private static final Pattern STATEMENT = Pattern.compile("[A-Za-z_$]");

    /** What begins and ends a text of several lines, in JavaScript, Python and PowerShell. */
    private static final List<String> TEXTS = List.of("`", "\"\"\"", "'''");

    /** More lines has no call, and no text, that is of harm. */
    private static final int LINES = 12;
    /** What a model is asked may be as long as a page. */
    private static final int ASKED_LINES = 80;

    /**
     * A line with the chain of calls that goes on below it.
     *
     * @param call it with the lines in which a call, a value or a text that it begins goes on
     * @param from where it begins
     * @param isGuarded whether it stands in the same line of the program as the condition before it
     */
    record Line(String text, String call, int from, boolean isGuarded) {}

    private ProgramLines() {}

    /** Those of a program that begins at an offset. */
    static List<Line> of(String program, int start) {
        List<Line> lines = new ArrayList<>();
        int from = start;
        String[] all = program.split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            int length = all[i].length();
            int guarded = guarded(all[i]);
            if (guarded > 0) {
                String guard = all[i].substring(0, guarded);
                lines.add(new Line(guard, guard, from, false));
                all[i] = all[i].substring(guarded);
            }
            String line = all[i].strip();
            if (!lines.isEmpty() && (line.startsWith(".") || line.startsWith("?."))) {
                Line before = lines.remove(lines.size() - 1);
                lines.add(new Line(before.text() + line, before.call() + line, before.from(), before.isGuarded()));
            } else {
                lines.add(new Line(all[i], call(all, i), from + Math.max(0, guarded), guarded > 0));
            }
            from += length + 1;
        }
        return lines;
    }

    /** Where the statement begins that stands behind a condition in its line; negative where none does. */
    private static int guarded(String line) {
        Matcher guard = GUARD.in(line);
        if (!guard.lookingAt()) {
            return -1;
        }
        int at = guard.end();
        for (int open = 1; open > 0 && at < line.length(); at++) {
            open += line.charAt(at) == '(' ? 1 : line.charAt(at) == ')' ? -1 : 0;
        }
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '{')) {
            at++;
        }
        return at < line.length()
                        && STATEMENT.matcher(line).region(at, line.length()).lookingAt()
                ? at
                : -1;
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
