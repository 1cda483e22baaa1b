package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.function.Supplier;

/**
 * A place in a script, and whether all up to it is as a shell wants it. What is read more than a few times over, or is too deep,
 * ends the reading: parsers that go back stay bounded.
 */
final class ShellCursor {

    static final char END = '\0';

    private static final int DEPTH_LIMIT = 240;
    private static final int READS_FOR_EACH = 16;
    private static final int READS = 50_000;

    private final long readLimit;
    private long reads;
    private int depth;
    private boolean isValid = true;
    private boolean isWhole = true;

    private String text;
    /** Offset in the script of the text's first character. */
    private int shift;
    /** Where the last expression can end: none is looked for behind, however many seem to begin there. */
    private int lastFenceEnd;

    private int at;

    ShellCursor(String script) {
        readLimit = (long) READS_FOR_EACH * script.length() + READS;
        text = script;
        lastFenceEnd = script.lastIndexOf("}}");
    }

    /** Whether a shell would take what was read. */
    boolean isValid() {
        return isValid;
    }

    /** Whether the reading was not ended by a limit. */
    boolean isWhole() {
        return isWhole;
    }

    /** Notes what no shell would take. */
    void fault() {
        isValid = false;
    }

    private void stop() {
        isWhole = false;
        isValid = false;
        at = text.length();
    }

    private void count(int characters) {
        reads += characters;
        if (reads > readLimit) {
            stop();
        }
    }

    /** Offset in the script. */
    int offset() {
        return shift + at;
    }

    /** What stands between an offset in the script, of the text that is read, and here. */
    String since(int offset) {
        String read = text.substring(offset - shift, at);
        count(read.length());
        return read;
    }

    /** Reads something in one way if it can be read so, else, from the same place, in another way. */
    <T> T either(Supplier<T> one, Supplier<T> other) {
        int start = at;
        boolean wasValid = isValid;
        isValid = true;
        T read = one.get();
        if (isValid || !isWhole) {
            isValid &= wasValid;
            return read;
        }
        isValid = wasValid;
        at = start;
        return other.get();
    }

    /** Reads a text within the script to its end, and comes back. */
    <T> T within(String inner, int offset, Supplier<T> reader) {
        String outer = text;
        int place = at;
        int outerShift = shift;
        int outerFenceEnd = lastFenceEnd;
        count(inner.length());
        text = inner;
        shift = offset;
        lastFenceEnd = inner.lastIndexOf("}}");
        at = isWhole ? 0 : inner.length();
        T read = reader.get();
        text = outer;
        shift = outerShift;
        lastFenceEnd = outerFenceEnd;
        at = isWhole ? place : outer.length();
        return read;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** The character here; {@link #END} at the end. */
    char peek() {
        return peek(0);
    }

    /** A character ahead; {@link #END} behind the end. */
    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    boolean isAhead(String wanted) {
        return text.startsWith(wanted, at);
    }

    /** How many characters the expression has that GitHub fills in here before a shell reads anything; 0 where none is. */
    int fence() {
        return peek() == '$' && at < lastFenceEnd ? Math.max(0, Fence.end(text, at) - at) : 0;
    }

    /** How many characters stand between the backtick here and the one that ends its script; -1 where none does. */
    int backquoted() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '`') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        count(end - at);
        return end < text.length() ? end - at - 1 : -1;
    }

    char next() {
        char c = peek();
        skip(1);
        return c;
    }

    /** Takes the character here and those behind it that stand for themselves wherever they are. */
    String plain() {
        int start = at;
        at = Math.min(at + 1, text.length());
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        String taken = text.substring(start, at);
        count(taken.length());
        return taken;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= ',' && c <= ':') || c == '_' || c == '=';
    }

    /** So many characters ahead. */
    String ahead(int length) {
        return text.substring(at, at + length);
    }

    void skip(int count) {
        if (at + count > text.length()) {
            fault();
        }
        at = Math.min(at + count, text.length());
        count(count);
    }

    /** Goes back to an offset in the script, of the text that is read. */
    void backTo(int offset) {
        at = isWhole ? offset - shift : at;
    }

    /** Takes what is ahead, if it is that. */
    boolean take(String wanted) {
        boolean isAhead = isAhead(wanted);
        if (isAhead) {
            skip(wanted.length());
        }
        return isAhead;
    }

    /** Takes what must be ahead. */
    void expect(String wanted) {
        if (!take(wanted)) {
            fault();
        }
    }

    /** Takes the rest of the line, without its end. */
    String line() {
        int end = text.indexOf('\n', at);
        String line = text.substring(at, end < 0 ? text.length() : end);
        skip(line.length());
        return line;
    }

    /** Notes that what is read lies one level deeper. */
    void enter() {
        // Silent: isWhole says so.
        if (++depth > DEPTH_LIMIT) {
            stop();
        }
    }

    void leave() {
        depth--;
    }

    /** Blanks and continued lines. */
    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\r' || (peek() == '\\' && peek(1) == '\n')) {
            skip(peek() == '\\' ? 2 : 1);
        }
    }
}
