package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads an expression: operators by strength, then {@code !}, then properties, indices and filters, then single values. */
public final class ExpressionParser {

    /** The longest expression that Actions takes, in characters. */
    public static final int LENGTH_LIMIT = 21_000;

    /** How deep parentheses and right operands may nest; Actions allows 50, counted a little differently. */
    static final int DEPTH_LIMIT = 100;

    /** How many parts may be joined; keeps trees shallow enough to walk by recursion. */
    static final int PART_LIMIT = 1_000;

    private final List<Token> tokens;
    private int at;
    private int depth;
    private int parts;

    private ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * The expression that stands between two offsets of a text; its parts carry offsets of that text.
     *
     * @throws ExpressionException when there is none, or it is larger or deeper than Actions takes
     */
    public static Expression parse(String text, int from, int to) throws ExpressionException {
        if (to - from > LENGTH_LIMIT) {
            throw new ExpressionException(from, "longer than " + LENGTH_LIMIT + " characters");
        }
        ExpressionParser parser = new ExpressionParser(new Lexer(text, from, to).tokens());
        Expression expression = parser.binary(1);
        if (parser.peek().kind() != Token.Kind.END) {
            throw new ExpressionException(parser.peek().from(), "nothing is expected after the expression");
        }
        return expression;
    }

    /** The expression that a text is. */
    public static Expression parse(String text) throws ExpressionException {
        return parse(text, 0, text.length());
    }

    private Expression binary(int weakest) throws ExpressionException {
        enter();
        Expression left = unary();
        while (true) {
            Token token = peek();
            Operator operator = token.kind() == Token.Kind.SYMBOL ? Operator.ofSymbol(token.text()) : null;
            if (operator == null || operator.strength() < weakest) {
                depth--;
                return left;
            }
            at++;
            Expression right = binary(operator.strength() + 1);
            left = counted(new Expression.Binary(operator, left, right, left.from(), right.to()));
        }
    }

    private Expression unary() throws ExpressionException {
        if (!peek().is("!")) {
            return postfix();
        }
        enter();
        Token not = next();
        Expression operand = unary();
        depth--;
        return counted(new Expression.Not(operand, not.from(), operand.to()));
    }

    private Expression postfix() throws ExpressionException {
        Expression target = single();
        while (true) {
            if (peek().is(".")) {
                at++;
                target = counted(property(target));
            } else if (peek().is("[")) {
                at++;
                target = counted(index(target));
            } else {
                return target;
            }
        }
    }

    private Expression property(Expression target) throws ExpressionException {
        Token name = next();
        if (name.is("*")) {
            return new Expression.Filter(target, target.from(), name.to());
        }
        if (name.kind() != Token.Kind.NAME) {
            throw new ExpressionException(name.from(), "a property's name is expected after the point");
        }
        return new Expression.Property(target, name.text(), target.from(), name.to());
    }

    private Expression index(Expression target) throws ExpressionException {
        if (peek().is("*")) {
            at++;
            return new Expression.Filter(target, target.from(), expect("]").to());
        }
        Expression index = binary(1);
        return new Expression.Index(target, index, target.from(), expect("]").to());
    }

    private Expression single() throws ExpressionException {
        Token token = next();
        if (token.is("(")) {
            Expression inner = binary(1);
            expect(")");
            return inner;
        }
        return counted(
                switch (token.kind()) {
                    case TEXT -> new Expression.Literal(new Value.Text(token.text()), token.from(), token.to());
                    case NUMBER -> number(token);
                    case NAME -> peek().is("(") ? call(token) : named(token);
                    default -> throw new ExpressionException(token.from(), "a value is expected");
                });
    }

    private static Expression number(Token token) throws ExpressionException {
        double number = Numbers.parse(token.text());
        if (Double.isNaN(number)) {
            throw new ExpressionException(token.from(), "not a number");
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

    private Expression call(Token name) throws ExpressionException {
        at++;
        List<Expression> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            arguments.add(binary(1));
            while (peek().is(",")) {
                at++;
                arguments.add(binary(1));
            }
        }
        return new Expression.Call(
                name.text(), arguments, name.from(), expect(")").to());
    }

    private Token expect(String symbol) throws ExpressionException {
        Token token = next();
        if (!token.is(symbol)) {
            throw new ExpressionException(token.from(), "'" + symbol + "' is expected");
        }
        return token;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    private void enter() throws ExpressionException {
        if (++depth > DEPTH_LIMIT) {
            throw new ExpressionException(peek().from(), "nests deeper than " + DEPTH_LIMIT);
        }
    }

    private Expression counted(Expression expression) throws ExpressionException {
        if (++parts > PART_LIMIT) {
            throw new ExpressionException(expression.from(), "has more than " + PART_LIMIT + " parts");
        }
        return expression;
    }
}
