package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Sanitizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A source line cut into what stands before the marked stretch, in it and after it, each made visible: a line may hold what turns
 * text around, and a minified one is cut.
 */
final class SafeLine {

    /** The most characters of a line that are shown. */
    private static final int MOST = 400;

    private static final String TAB = "    ";
    private static final String ELLIPSIS = "\u2026";

    private SafeLine() {}

    /** The whole line, with nothing marked. */
    static String whole(String line) {
        return safe(line, 0, line.length());
    }

    /**
     * The line in pieces: unmarked, marked, unmarked … by turns, beginning with an unmarked one, which may be empty.
     *
     * @param from the first column marked, 1-based in code points
     * @param to the column after the last one marked
     */
    static List<String> marked(String line, int from, int to) {
        int start = offset(line, from);
        int end = Math.max(start, offset(line, to));
        List<String> pieces = new ArrayList<>();
        pieces.add(safe(line, 0, start));
        if (end > start) {
            pieces.add(safe(line, start, end));
            if (end < line.length()) {
                pieces.add(safe(line, end, line.length()));
            }
        } else if (start < line.length()) {
            pieces.set(0, whole(line));
        }
        return pieces;
    }

    private static int offset(String line, int column) {
        int points = Math.min(column - 1, line.codePointCount(0, line.length()));
        return line.offsetByCodePoints(0, points);
    }

    private static String safe(String line, int from, int to) {
        int end = Math.min(to, MOST);
        if (from >= end) {
            return from < MOST || from >= to ? "" : ELLIPSIS;
        }
        String visible = Sanitizer.visible(line.substring(from, end).replace("\t", TAB));
        return end < to ? visible + ELLIPSIS : visible;
    }
}
