package io.github.mavenhardening.core.workflow.expression;

/**
 * The operators with two operands, loosest binding first.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#operators">Operators</a>
 */
public enum Operator {
    OR("||", 1),
    AND("&&", 2),
    EQUAL("==", 3),
    NOT_EQUAL("!=", 3),
    LESS("<", 4),
    LESS_OR_EQUAL("<=", 4),
    GREATER(">", 4),
    GREATER_OR_EQUAL(">=", 4);

    private final String symbol;
    private final int strength;

    Operator(String symbol, int strength) {
        this.symbol = symbol;
        this.strength = strength;
    }

    /** As it is written. */
    public String symbol() {
        return symbol;
    }

    /** How strongly it binds; operators of the same strength are read from left to right. */
    int strength() {
        return strength;
    }

    /** The operator of that symbol; null when there is none. */
    static Operator ofSymbol(String symbol) {
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        return null;
    }
}
