package io.github.mavenhardening.core.workflow.expression;

import java.util.Locale;

/** Values of one token: literals and the names of contexts. */
final class SingleValue {

    private SingleValue() {}

    /**
     * The value of one token.
     *
     * @throws ExpressionException when it is none
     */
    static Expression of(Token token) throws ExpressionException {
        return switch (token.kind()) {
            case TEXT -> new Expression.Literal(new Value.Text(token.text()), token.from(), token.to());
            case NUMBER -> number(token);
            case NAME -> named(token);
            default -> throw new ExpressionException("a value is expected");
        };
    }

    private static Expression number(Token token) throws ExpressionException {
        double number = Numbers.parse(token.text());
        if (Double.isNaN(number)) {
            throw new ExpressionException("not a number");
        }
        return new Expression.Literal(new Value.Numeric(number), token.from(), token.to());
    }

    private static Expression named(Token token) {
        return switch (token.text().toLowerCase(Locale.ROOT)) {
            case "true" -> new Expression.Literal(new Value.Bool(true), token.from(), token.to());
            case "false" -> new Expression.Literal(new Value.Bool(false), token.from(), token.to());
            case "null" -> new Expression.Literal(new Value.Null(), token.from(), token.to());
            case "nan" -> new Expression.Literal(new Value.Numeric(Double.NaN), token.from(), token.to());
            case "infinity" ->
                new Expression.Literal(new Value.Numeric(Double.POSITIVE_INFINITY), token.from(), token.to());
            default -> new Expression.Context(token.text(), token.from(), token.to());
        };
    }
}
