package io.github.mavenhardening.core.finding;

/**
 * A stretch of a file's text, end exclusive.
 *
 * @param start offset of the first character, in UTF-16 units of the decoded text, 0-based
 * @param end offset after the last character, same unit
 * @param line line of the first character, 1-based
 * @param column column of the first character, 1-based, in Unicode code points (SARIF's {@code unicodeCodePoints})
 * @param endLine line of the end position, 1-based
 * @param endColumn column of the end position, 1-based, in code points; the position after the last character
 */
public record Span(int start, int end, int line, int column, int endLine, int endColumn) implements Comparable<Span> {

    public Span {
        if (start < 0 || end < start || line < 1 || column < 1 || endLine < line || endColumn < 1) {
            throw new IllegalArgumentException("not a span: " + start + "-" + end + " at " + line + ":" + column);
        }
    }

    /** A place of which line and column are known, and no offset. */
    public static Span at(int line, int column) {
        return new Span(0, 0, line, column, line, column);
    }

    /** Whether the offsets say where it is. */
    public boolean hasOffsets() {
        return end > 0 || (line == 1 && column == 1);
    }

    /** Whether the other span lies within this one. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    // Written out because what the compiler gives a record is linked at run time, slowly, and every build would wait
    // for it.
    @Override
    public boolean equals(Object other) {
        return other instanceof Span span
                && start == span.start
                && end == span.end
                && line == span.line
                && column == span.column
                && endLine == span.endLine
                && endColumn == span.endColumn;
    }

    @Override
    public int hashCode() {
        return 31 * start + end;
    }

    /** In the order of the text: by start, the longer first. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(other.end, end);
    }
}
