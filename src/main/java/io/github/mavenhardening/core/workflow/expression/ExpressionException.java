package io.github.mavenhardening.core.workflow.expression;

/** A text that is not an expression; says why. */
public final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    ExpressionException(String reason) {
        // Hostile files hold them by the hundred thousand; where one was made says nothing.
        super(reason, null, false, false);
    }
}
