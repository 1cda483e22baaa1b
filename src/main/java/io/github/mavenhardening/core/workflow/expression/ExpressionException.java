package io.github.mavenhardening.core.workflow.expression;

/** A text that is not an expression; says why and at which offset. */
public final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    ExpressionException(int offset, String reason) {
        // Hostile files hold them by the hundred thousand; where one was made says nothing.
        super(reason, null, false, false);
        this.offset = offset;
    }

    /** Where reading failed: an offset in the text that was given. */
    public int offset() {
        return offset;
    }
}
