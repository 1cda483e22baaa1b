package io.github.mavenhardening.core.workflow.flow;

import java.util.ArrayList;
import java.util.List;

/** The lines of a program, each with those behind it that go on with what it says. */
final class ProgramLines {

    /**
     * A line with the chain of calls that goes on below it.
     *
     * @param call it with the lines in which a call that it begins goes on
     * @param from where it begins
     */
    record Line(String text, String call, int from) {}

    private ProgramLines() {}

    /** Those of a program that begins at an offset. */
    static List<Line> of(String program, int start) {
        List<Line> lines = new ArrayList<>();
        int from = start;
        String[] all = program.split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            String line = all[i].strip();
            if (!lines.isEmpty() && (line.startsWith(".") || line.startsWith("?."))) {
                Line before = lines.remove(lines.size() - 1);
                lines.add(new Line(before.text() + line, before.call() + line, before.from()));
            } else {
                lines.add(new Line(all[i], ProgramSinks.call(all, i), from));
            }
            from += all[i].length() + 1;
        }
        return lines;
    }
}
