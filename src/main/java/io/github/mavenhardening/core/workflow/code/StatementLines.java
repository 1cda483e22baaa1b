package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.code.ProgramBlock.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes in the lines of a program's statements, and with which of those behind it each goes on. */
final class StatementLines {

    /** What may call a program over several lines. */
    private static final SoughtPattern CALL = SoughtPattern.of(
            "\\b(?:subprocess\\.\\w{1,40}|\\w{0,40}exec\\w{0,20}|spawn\\w{0,10}|system|popen)\\(",
            "subprocess.",
            "exec",
            "spawn",
            "system(",
            "popen(");

    private static final Pattern OBJECT = Pattern.compile("(?:=|\\breturn)\\s{0,9}[\\[{]\\s{0,9}$");
    /** A name whose value begins in the next line, or is what a function makes of it there; and a call by itself. */
    private static final Pattern VALUE_BELOW =
            Pattern.compile("=\\s{0,9}\\(?\\s{0,9}$|=(?![=>])[^=]{1,200}\\(\\s{0,9}$|=(?![=>])[^=]{1,200}=>\\s{0,9}$"
                    + "|^\\s{0,80}(?:await\\s)?[\\w-]{1,100}\\(\\s{0,9}\\{?\\s{0,9}$");

    /** More lines has no call, and no text, that is of harm. */
    private static final int LINES = 12;
    /** What a model is asked, and an object, may be as long as a page. */
    private static final int LONG_LINES = 80;

    /** So many characters of a statement are looked at together. */
    private static final int LONGEST = 8_000;

    private final ProgramLanguage language;
    private final String code;
    private final int start;
    private final Deque<Line> open = new ArrayDeque<>();
    /** The first line of the statement that is read; null before it was. */
    private Statement first;

    /** A line of a statement that may go on: where it ends, and how much was open where it began. */
    private record Line(Statement statement, int to, int depth) {}

    /** @param start where the program begins in what it is written in */
    StatementLines(ProgramLanguage language, String code, int start) {
        this.language = language;
        this.code = code;
        this.start = start;
    }

    /**
     * Takes in a line.
     *
     * @param depth how many brackets and blocks are open where it begins
     * @param isText whether it stands in a text that another line began
     * @param begun the block that it begins
     */
    void add(
            ProgramBlock block,
            String text,
            int from,
            int to,
            int depth,
            boolean isText,
            Optional<ProgramBlock> begun) {
        List<Statement> statements = block.statements;
        String line = text.strip();
        Statement last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
        boolean isChained = HeadWords.isChained(line);
        boolean goesOn = isChained && last != null && last.block.isEmpty() && last.text.length() < LONGEST;
        if (goesOn && begun.isEmpty()) {
            last.text += line;
            last.call += line;
            first = first == null ? last : first;
        } else {
            Statement statement = goesOn
                    ? new Statement(last.text + line, last.from, last.isText, begun)
                    : new Statement(text, start + from, isText, begun);
            if (goesOn) {
                statements.remove(statements.size() - 1);
            }
            statements.add(statement);
            statement.isContinued = first != null && !goesOn;
            first = first == null || goesOn ? statement : first;
            open.push(new Line(statement, to, depth));
        }
    }

    /** Takes in that a text goes on below the line that came last. */
    void opensText() {
        if (!open.isEmpty()) {
            open.peek().statement().opensText = true;
        }
    }

    /** Takes in that all those end which began where as much was open, or more. */
    void end(int to, int depth) {
        if (first != null && depth == 0) {
            first.to = start + to;
            first = null;
        }
        while (!open.isEmpty() && open.peek().depth() >= depth) {
            Line line = open.pop();
            String text = line.statement().text;
            if (line.to() < to) {
                String[] below = code.substring(line.to(), Math.min(to, line.to() + LONGEST))
                        .strip()
                        .split("\n", LONG_LINES + 1);
                boolean isLong = ModelCalls.begins(text, below[0])
                        || OBJECT.matcher(text).find();
                boolean isCall = isLong
                        || CALL.in(text).find()
                        || VALUE_BELOW.matcher(text).find()
                        || HeadWords.goesOn(language, text.strip(), "");
                int lines = Math.min(below.length, isLong ? LONG_LINES : LINES);
                for (int i = 0; i < lines && (isCall || line.statement().opensText); i++) {
                    line.statement().call += " " + below[i].strip();
                }
            }
        }
    }
}
