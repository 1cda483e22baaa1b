package io.github.mavenhardening.core.lock;

/** A lock file that cannot be understood. The position lets a report point at the culprit. */
public final class LockSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * A problem at a position.
     *
     * @param line 1-based line
     * @param column 1-based column in characters
     * @param problem what is wrong, a sentence fragment for the user
     */
    public LockSyntaxException(int line, int column, String problem) {
        super(problem);
        this.line = line;
        this.column = column;
    }

    /** The 1-based line of the problem. */
    public int line() {
        return line;
    }

    /** The 1-based column of the problem. */
    public int column() {
        return column;
    }
}
