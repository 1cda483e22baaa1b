package io.github.mavenhardening.core.shell;

/**
 * The parser's cursor in a shell script. What is read more than a few times over is not a script: parsers that go back stay
 * bounded.
 */
final class ShellCursor {

    static final char END = '\0';

    private static final int DEPTH_LIMIT = 60;
    private static final int READS_FOR_EACH = 16;
    private static final int READS = 4_096;

    private final String text;
    private long reads;
    private int depth;
    private int at;

    ShellCursor(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    /** Goes back, or forth. */
    void moveTo(int place) {
        at = place;
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

    char next() throws ShellSyntaxException {
        if (isAtEnd()) {
            throw new ShellSyntaxException("it ends too early");
        }
        if (++reads > (long) READS_FOR_EACH * text.length() + READS) {
            throw new ShellSyntaxException("it is too deep");
        }
        return text.charAt(at++);
    }

    void skip(int count) throws ShellSyntaxException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    /** Takes what is ahead, if it is that. */
    boolean take(String wanted) throws ShellSyntaxException {
        if (!isAhead(wanted)) {
            return false;
        }
        skip(wanted.length());
        return true;
    }

    /** Takes what must be ahead. */
    void expect(String wanted) throws ShellSyntaxException {
        if (!take(wanted)) {
            throw new ShellSyntaxException("there is no " + wanted);
        }
    }

    /** Takes the rest of the line, without its end. */
    String line() throws ShellSyntaxException {
        int end = text.indexOf('\n', at);
        String line = text.substring(at, end < 0 ? text.length() : end);
        skip(line.length());
        return line;
    }

    void enter() throws ShellSyntaxException {
        if (++depth > DEPTH_LIMIT) {
            throw new ShellSyntaxException("it is too deep");
        }
    }

    void leave() {
        depth--;
    }

    /** Blanks and continued lines. */
    void skipBlanks() throws ShellSyntaxException {
        while (peek() == ' ' || peek() == '\t' || isAhead("\\\n")) {
            skip(peek() == '\\' ? 2 : 1);
        }
    }
}
