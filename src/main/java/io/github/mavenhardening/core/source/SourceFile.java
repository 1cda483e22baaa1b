package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text file, read once: its decoded text and where its lines begin. Offsets count UTF-16 units of {@link #text()};
 * lines and columns are 1-based, columns in code points. Immutable.
 */
public final class SourceFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What a lenient decoder puts in place of bytes that are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final String path;
    private final boolean hasMark;
    private final String text;
    private final int[] lineStarts;
    /** Offsets of the code points that take two UTF-16 units, ascending; most files have none. */
    private final int[] pairs;

    private SourceFile(String path, String decoded) {
        this.path = path;
        this.hasMark = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK;
        this.text = hasMark ? decoded.substring(1) : decoded;
        this.lineStarts = lineStarts(text);
        this.pairs = pairs(text);
    }

    /** A file of that text; the path is relative to the repository's root, with {@code /}. */
    public static SourceFile of(String path, String text) {
        return new SourceFile(path, text);
    }

    /**
     * Decodes UTF-8, strictly: re-encoding the text gives the very bytes back.
     *
     * @throws UnreadableFileException when the bytes are not UTF-8, with the place of the first that is not
     */
    public static SourceFile decode(String path, byte[] bytes) throws UnreadableFileException {
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        if (lenient.indexOf(REPLACEMENT) < 0) {
            return new SourceFile(path, lenient);
        }
        // The file holds that very character, or bytes that are not text.
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, chars, true);
        if (!result.isUnderflow()) {
            SourceFile readable = new SourceFile(path, chars.flip().toString());
            int at = readable.text.length();
            throw new UnreadableFileException(readable.at(readable.span(at, at)), "not UTF-8 text");
        }
        return new SourceFile(path, chars.flip().toString());
    }

    /** Path relative to the repository's root, with {@code /}. */
    public String path() {
        return path;
    }

    /** The text without its byte order mark. */
    public String text() {
        return text;
    }

    /** Whether a byte order mark stands before the text: programs that do not know it take it for part of the first word. */
    public boolean hasByteOrderMark() {
        return hasMark;
    }

    /** The number of lines; an empty file has one, empty. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** Offset of a line's first character; the line is 1-based. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** A line's text without its line break; the line is 1-based. */
    public String line(int line) {
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        int start = lineStarts[line - 1];
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The line that holds an offset, 1-based. */
    public int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The stretch between two offsets, end exclusive. */
    public Span span(int start, int end) {
        int line = lineOf(start);
        int endLine = lineOf(end);
        return new Span(start, end, line, column(line, start), endLine, column(endLine, end));
    }

    /** The text of a span of this file. */
    public String slice(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The place of a span in this file. */
    public Location at(Span span) {
        return Location.of(path, span);
    }

    /** The offset of the n-th code point, 0-based; the text's length when there are fewer. */
    public int offsetOfCodePoint(int n) {
        // The k-th pair is code point number pairs[k] - k; each pair before the n-th code point moves it by one unit.
        int low = 0;
        int high = pairs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[middle] - middle < n) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.min(n + low, text.length());
    }

    private int column(int line, int offset) {
        int start = lineStarts[line - 1];
        return 1 + offset - start - (pairsBefore(offset) - pairsBefore(start));
    }

    private int pairsBefore(int offset) {
        int found = Arrays.binarySearch(pairs, offset);
        return found >= 0 ? found : -found - 1;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int count = 1;
        int feed = text.indexOf('\n');
        int carriage = text.indexOf('\r');
        while (feed >= 0 || carriage >= 0) {
            boolean first = feed < 0 || (carriage >= 0 && carriage < feed);
            int end = first && carriage + 1 != feed ? carriage : feed;
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = end + 1;
            feed = feed >= 0 && feed <= end ? text.indexOf('\n', end + 1) : feed;
            carriage = carriage >= 0 && carriage <= end ? text.indexOf('\r', end + 1) : carriage;
        }
        return Arrays.copyOf(starts, count);
    }

    private static int[] pairs(String text) {
        int[] pairs = new int[text.length() - text.codePointCount(0, text.length())];
        int found = 0;
        for (int i = 0; found < pairs.length; i++) {
            if (Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                pairs[found++] = i;
            }
        }
        return pairs;
    }
}
