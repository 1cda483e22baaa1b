package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.text.MaskedUsers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A fix as the lines that it takes away and the lines that it puts there. It is made of those lines alone, so that thousands of
 * fixes of one large file cost what the fixes are large.
 */
final class FixDiff {

    /**
     * Lines that change together.
     *
     * @param path the file
     * @param line the number of the first line that changes, 1-based
     * @param lines the lines, each after {@code -} or {@code +}
     */
    record Hunk(String path, int line, List<String> lines) {}

    private final SourceLines source;

    FixDiff(SourceLines source) {
        this.source = source;
    }

    /** The hunks of a fix; empty where one of its edits is too long to show, or its file cannot be read. */
    List<Hunk> of(Fix fix) {
        List<Fix.Edit> edits = new ArrayList<>(fix.edits());
        edits.sort(Comparator.comparing(Fix.Edit::path).thenComparing(Fix.Edit::span));
        List<Hunk> hunks = new ArrayList<>();
        int from = 0;
        while (from < edits.size()) {
            int to = from + 1;
            while (to < edits.size() && meet(edits.get(to - 1), edits.get(to))) {
                to++;
            }
            Optional<Hunk> hunk = hunk(edits.subList(from, to));
            if (hunk.isEmpty()) {
                return List.of();
            }
            hunks.add(hunk.get());
            from = to;
        }
        return hunks;
    }

    private static boolean meet(Fix.Edit one, Fix.Edit next) {
        return one.path().equals(next.path())
                && next.span().line() <= one.span().endLine() + 1;
    }

    /** What edits of neighbouring lines come to. */
    private Optional<Hunk> hunk(List<Fix.Edit> edits) {
        Fix.Edit first = edits.get(0);
        int line = first.span().line();
        int last = edits.get(edits.size() - 1).span().endLine();
        StringBuilder before = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (int number = line; number <= last; number++) {
            Optional<String> text = source.line(first.path(), number);
            if (text.isEmpty() || number - line >= SourceLines.MOST_EDITED) {
                return Optional.empty();
            }
            starts.add(before.length());
            before.append(text.get()).append('\n');
        }
        StringBuilder after = new StringBuilder(before);
        for (int i = edits.size() - 1; i >= 0; i--) {
            Fix.Edit edit = edits.get(i);
            int start = offset(
                    before, starts.get(edit.span().line() - line), edit.span().column());
            int end = offset(
                    before,
                    starts.get(edit.span().endLine() - line),
                    edit.span().endColumn());
            if (start > end || end > after.length()) {
                return Optional.empty();
            }
            after.replace(start, end, edit.replacement());
        }
        return Optional.of(changed(first.path(), line, lines(before), lines(after)));
    }

    private static int offset(StringBuilder text, int start, int column) {
        int points = Math.min(column - 1, text.codePointCount(start, text.length()));
        return text.offsetByCodePoints(start, points);
    }

    private static List<String> lines(StringBuilder text) {
        String all = text.toString().replace("\r\n", "\n").replace('\r', '\n');
        String[] split = all.split("\n", -1);
        // What follows the last line break is not a line.
        return List.of(split).subList(0, split.length - 1);
    }

    /** Leaves out the lines that stay at both ends. */
    private static Hunk changed(String path, int line, List<String> before, List<String> after) {
        int same = 0;
        while (same < before.size() && same < after.size() && before.get(same).equals(after.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(before.size(), after.size()) - same
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<String> lines = new ArrayList<>();
        before.subList(same, before.size() - tail)
                .forEach(text -> lines.add("-" + SafeLine.whole(MaskedUsers.in(text))));
        after.subList(same, after.size() - tail).forEach(text -> lines.add("+" + SafeLine.whole(MaskedUsers.in(text))));
        return new Hunk(path, line + same, List.copyOf(lines));
    }
}
