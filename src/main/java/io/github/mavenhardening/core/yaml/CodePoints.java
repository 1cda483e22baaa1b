package io.github.mavenhardening.core.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A text's code points for SnakeYAML's scanner, all at hand. Its own reader takes a thousand characters at a time and copies what
 * the scalar that it is in has so far with each thousand, which for a scalar of a megabyte is a gigabyte.
 */
final class CodePoints extends StreamReader {

    private static final int NEXT_LINE = 0x85;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final int[] points;
    private final int length;
    /** Where the first stands that YAML does not allow; the length where none does. */
    private final int refused;

    private int at;
    private int documentIndex;
    private int line;
    private int column;

    CodePoints(String text) {
        super("");
        points = new int[text.codePointCount(0, text.length())];
        length = points.length;
        int firstRefused = length;
        int offset = 0;
        for (int i = 0; i < length; i++) {
            int point = text.codePointAt(offset);
            offset += Character.charCount(point);
            points[i] = point;
            if (firstRefused == length && !isPrintable(point)) {
                firstRefused = i;
            }
        }
        refused = firstRefused;
    }

    @Override
    public Mark getMark() {
        return new Mark("string", at, line, column, points, at);
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int count) {
        for (int i = 0; i < count && at < length; i++) {
            int point = peek();
            at++;
            documentIndex++;
            if (isLineBreak(point)) {
                line++;
                column = 0;
            } else if (point != BYTE_ORDER_MARK) {
                column++;
            }
        }
    }

    /** Asked right behind the character, so that a CR is one alone where no LF follows. */
    private boolean isLineBreak(int point) {
        return point == '\n'
                || point == NEXT_LINE
                || point == LINE_SEPARATOR
                || point == PARAGRAPH_SEPARATOR
                || (point == '\r' && at < length && points[at] != '\n');
    }

    @Override
    public int peek() {
        return peek(0);
    }

    /** The code point so many ahead; 0 behind the end. */
    @Override
    public int peek(int ahead) {
        int place = at + ahead;
        if (place >= refused) {
            return refused == length ? 0 : refuse();
        }
        return points[place];
    }

    private int refuse() {
        throw new ReaderException("string", refused, points[refused], "special characters are not allowed");
    }

    @Override
    public String prefix(int count) {
        if (at + count > refused && refused < length) {
            refuse();
        }
        return new String(points, at, Math.min(count, length - at));
    }

    /** For texts without line breaks. */
    @Override
    public String prefixForward(int count) {
        String prefix = prefix(count);
        at += count;
        documentIndex += count;
        column += count;
        return prefix;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getDocumentIndex() {
        return documentIndex;
    }

    @Override
    public void resetDocumentIndex() {
        documentIndex = 0;
    }

    @Override
    public int getIndex() {
        return at;
    }

    @Override
    public int getLine() {
        return line;
    }
}
