package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.flow.ProgramBlock.Statement;
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

    /** A name whose value begins in the next line, or is what a function makes of it there. */
    private static final Pattern VALUE_BELOW =
            Pattern.compile("=\\s{0,9}\\(?\\s{0,9}$|=(?![=>])[^=]{1,200}\\(\\s{0,9}$|=(?![=>])[^=]{1,200}=>\\s{0,9}$"
                    + "|^\\s{0,80}(?:await\\s)?[\\w-]{1,100}\\(\\s{0,9}$");

    /** More lines has no call, and no text, that is of harm. */
    private static final int LINES = 12;
    /** What a model is asked may be as long as a page. */
    private static final int ASKED_LINES = 80;

    private final String code;
    private final int start;
    private final Deque<Line> open = new ArrayDeque<>();

    /** A line of a statement that may go on. */
    private record Line(ProgramBlock block, int index, int to, int depth, boolean opensText) {}

    StatementLines(String code, int start) {
        this.code = code;
        this.start = start;
    }

    /**
     * Takes in a line.
     *
     * @param from where it begins, in the program
     * @param depth how many brackets and blocks are open there
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
        if ((line.startsWith(".") || line.startsWith("?.")) && !statements.isEmpty() && begun.isEmpty()) {
            Statement last = statements.get(statements.size() - 1);
            if (last.block().isEmpty()) {
                statements.set(
                        statements.size() - 1,
                        new Statement(
                                last.text() + line, last.call() + line, last.from(), last.isText(), last.block()));
                return;
            }
        }
        statements.add(new Statement(text, text, start + from, isText, begun));
        open.push(new Line(block, statements.size() - 1, to, depth, false));
    }

    /** Takes in that a text goes on below the line that came last. */
    void opensText() {
        Line line = open.poll();
        if (line != null) {
            open.push(new Line(line.block(), line.index(), line.to(), line.depth(), true));
        }
    }

    /** Takes in that all those end which began where as much was open, or more. */
    void end(int to, int depth) {
        while (!open.isEmpty() && open.peek().depth() >= depth) {
            Line line = open.pop();
            Statement statement = line.block().statements.get(line.index());
            if (line.to() < to && goesOn(statement.text(), line)) {
                line.block()
                        .statements
                        .set(
                                line.index(),
                                new Statement(
                                        statement.text(),
                                        call(statement.text(), line.to(), to),
                                        statement.from(),
                                        statement.isText(),
                                        statement.block()));
            }
        }
    }

    /** Whether what stands below matters to a line. */
    private boolean goesOn(String text, Line line) {
        return CALL.in(text).find()
                || VALUE_BELOW.matcher(text).find()
                || line.opensText()
                || asksModel(text, line.to());
    }

    /** Whether a model is asked by a line, or by one that its address stands below. */
    private boolean asksModel(String text, int to) {
        int next = code.indexOf('\n', Math.min(to + 1, code.length()));
        return ModelCalls.begins(
                text, code.substring(Math.min(to + 1, code.length()), next < 0 ? code.length() : next));
    }

    private String call(String text, int from, int to) {
        StringBuilder call = new StringBuilder(text);
        int left = asksModel(text, from) ? ASKED_LINES : LINES;
        for (int at = from; at < to && --left > 0; ) {
            int end = code.indexOf('\n', at + 1);
            end = end < 0 || end > to ? to : end;
            call.append(' ').append(code.substring(at, end).strip());
            at = end;
        }
        return call.toString();
    }
}
