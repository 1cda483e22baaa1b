package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a keys map as it is meant: without comments, and with the lines that a backslash joins to it. It knows where each
 * of its characters stands in the file.
 */
final class LogicalLine {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A stretch of the text that stands on one line of the file. */
    private record Piece(int start, int line, int column) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    private LogicalLine() {}

    /** The lines of a map that say something. Empty lines and comments do not end a line that is to be continued. */
    static List<LogicalLine> of(String map) {
        List<LogicalLine> lines = new ArrayList<>();
        LogicalLine current = new LogicalLine();
        int number = 0;
        String content = map.startsWith(BYTE_ORDER_MARK) ? map.substring(1) : map;
        for (String line : content.lines().toList()) {
            number++;
            int comment = line.indexOf('#');
            String told = (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
            if (told.isBlank()) {
                continue;
            }
            boolean continued = told.endsWith("\\");
            current.add(continued ? told.substring(0, told.length() - 1) : told, number);
            if (!continued) {
                lines.add(current);
                current = new LogicalLine();
            }
        }
        if (!current.text.toString().isBlank()) {
            lines.add(current);
        }
        return lines;
    }

    private void add(String told, int line) {
        int indent = told.length() - told.stripLeading().length();
        if (!text.isEmpty()) {
            text.append(' ');
        }
        pieces.add(new Piece(text.length(), line, indent + 1));
        text.append(told, indent, told.length());
    }

    String text() {
        return text.toString();
    }

    /** Where it begins, from 1. */
    int number() {
        return pieces.get(0).line();
    }

    /** A problem with what stands at a place of the text. */
    LockSyntaxException problem(int offset, String message) {
        Piece at = pieces.get(0);
        for (Piece piece : pieces) {
            at = piece.start() <= offset ? piece : at;
        }
        return new LockSyntaxException(at.line(), at.column() + offset - at.start(), message);
    }
}
