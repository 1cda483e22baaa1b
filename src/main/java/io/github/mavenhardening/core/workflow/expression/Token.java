package io.github.mavenhardening.core.workflow.expression;

/**
 * A token of an expression.
 *
 * @param text the name or symbol as written; of a text literal, its content
 */
record Token(Kind kind, String text, int from, int to) {

    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
