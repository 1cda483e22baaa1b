package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads an expression: operators by strength, then {@code !}, then properties, indices and filters, then single values. It keeps
 * what is open on a stack of its own, for GitHub takes any number of parentheses.
 *
 * @see <a href="https://github.com/actions/runner/blob/main/src/Sdk/DTExpressions2/Expressions2/ExpressionParser.cs">GitHub's
 *     parser</a>
 */
public final class ExpressionParser {

    /** How deep values, calls and operators may nest, parentheses left aside; Actions takes half of that. */
    static final int DEPTH_LIMIT = 100;

    private final List<Token> tokens;
    private final Constants constants = new Constants();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<Operand> operands = new ArrayDeque<>();
    private int at;

    private ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** A value that is read, with the number of levels in it. */
    private static class Operand {
        private final Expression expression;
        private final int depth;

        Operand(Expression expression, int depth) {
            this.expression = expression;
            this.depth = depth;
        }

        Expression expression() {
            return expression;
        }

        int depth() {
            return depth;
        }

        Optional<Value> constant() {
            return expression().constant();
        }

        int from() {
            return expression().from();
        }

        int to() {
            return expression().to();
        }
    }

    /**
     * A chain that may become part of another, of which it is made only when it does not: chains may stand in chains without
     * end.
     */
    private static final class Chain extends Operand {
        private final Operator operator;
        private final Optional<Value> constant;
        private final int from;
        private final int to;
        private final Deque<Expression> all;
        private Expression made;

        Chain(Operator operator, Optional<Value> constant, int from, int to, Deque<Expression> all, int depth) {
            super(null, depth);
            this.operator = operator;
            this.constant = constant;
            this.from = from;
            this.to = to;
            this.all = all;
        }

        @Override
        Expression expression() {
            if (made == null) {
                made = new Expression.Logical(operator, List.copyOf(all), constant, from, to);
            }
            return made;
        }

        @Override
        Optional<Value> constant() {
            return constant;
        }

        @Override
        int from() {
            return from;
        }

        @Override
        int to() {
            return to;
        }

        static boolean isOf(Operator operator, Operand operand) {
            return operand instanceof Chain chain && chain.operator == operator;
        }
    }

    /** What began and waits for more. */
    private static final class Open {
        private final Kind kind;
        private final Token token;
        /** The operator of a comparison or chain; null for others. */
        private final Operator operator;
        /** The values that belong to it so far. */
        private final List<Operand> parts = new ArrayList<>();

        private enum Kind {
            GROUP,
            CALL,
            INDEX,
            NOT,
            OPERATOR
        }

        private Open(Kind kind, Token token, Operator operator) {
            this.kind = kind;
            this.token = token;
            this.operator = operator;
        }

        /** Whether it ends with a bracket. */
        boolean isBracket() {
            return kind == Kind.GROUP || kind == Kind.CALL || kind == Kind.INDEX;
        }
    }

    /**
     * The expression that stands between two offsets of a text; its parts carry offsets of that text.
     *
     * @throws ExpressionException when there is none, or it is longer or deeper than Actions takes
     */
    public static Expression parse(String text, int from, int to) throws ExpressionException {
        // The blanks around it do not count.
        int first = from;
        int last = to;
        while (first < last && Lexer.isSpace(text.charAt(first))) {
            first++;
        }
        while (last > first && Lexer.isSpace(text.charAt(last - 1))) {
            last--;
        }
        if (last - first > Lexer.LENGTH_LIMIT) {
            throw new ExpressionException(from, "longer than " + Lexer.LENGTH_LIMIT + " characters");
        }
        return new ExpressionParser(new Lexer(text, first, last).tokens()).read();
    }

    /** The expression that a text is. */
    public static Expression parse(String text) throws ExpressionException {
        return parse(text, 0, text.length());
    }

    private Expression read() throws ExpressionException {
        while (true) {
            value();
            if (!more()) {
                return operands.pop().expression();
            }
        }
    }

    /** Reads up to the next single value, which it leaves with the operands. */
    private void value() throws ExpressionException {
        while (true) {
            Token token = next();
            if (token.is("!")) {
                open.push(new Open(Open.Kind.NOT, token, null));
            } else if (token.is("(")) {
                open.push(new Open(Open.Kind.GROUP, token, null));
            } else if (token.kind() == Token.Kind.NAME && peek().is("(")) {
                at++;
                open.push(new Open(Open.Kind.CALL, token, null));
                if (peek().is(")")) {
                    // The bracket is read as that of any call, with no value before it.
                    return;
                }
            } else {
                operands.push(new Operand(single(token), 1));
                return;
            }
        }
    }

    /** Reads what may follow a value, up to where the next one is expected; false at the end. */
    private boolean more() throws ExpressionException {
        while (true) {
            Token token = next();
            Operator operator = token.kind() == Token.Kind.SYMBOL ? Operator.ofSymbol(token.text()) : null;
            if (operator != null) {
                operator(operator, token);
                return true;
            }
            if (token.is(".")) {
                property();
            } else if (token.is("[")) {
                if (index(token)) {
                    return true;
                }
            } else if (token.is(")") || token.is("]")) {
                close(token);
            } else if (token.is(",") && isWithinCall()) {
                open.element().parts.add(operands.pop());
                return true;
            } else if (token.kind() == Token.Kind.END) {
                reduce(0);
                if (!open.isEmpty()) {
                    throw unclosed(token);
                }
                return false;
            } else {
                reduce(0);
                throw open.isEmpty()
                        ? new ExpressionException(token.from(), "nothing is expected after the expression")
                        : unclosed(token);
            }
        }
    }

    private ExpressionException unclosed(Token token) {
        String bracket = open.element().kind == Open.Kind.INDEX ? "]" : ")";
        return new ExpressionException(token.from(), "'" + bracket + "' is expected");
    }

    private boolean isWithinCall() throws ExpressionException {
        reduce(0);
        return !open.isEmpty() && open.element().kind == Open.Kind.CALL;
    }

    private static Expression single(Token token) throws ExpressionException {
        return switch (token.kind()) {
            case TEXT -> new Expression.Literal(new Value.Text(token.text()), token.from(), token.to());
            case NUMBER -> number(token);
            case NAME -> named(token);
            default -> throw new ExpressionException(token.from(), "a value is expected");
        };
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

    private void property() throws ExpressionException {
        Operand target = operands.pop();
        Token name = next();
        if (name.is("*")) {
            filter(target, name);
        } else if (name.kind() == Token.Kind.NAME) {
            Expression of = target.expression();
            push(
                    new Expression.Property(
                            of,
                            name.text(),
                            Constants.member(of.constant(), Optional.of(new Value.Text(name.text()))),
                            of.from(),
                            name.to()),
                    target.depth());
        } else {
            throw new ExpressionException(name.from(), "a property's name is expected after the point");
        }
    }

    /** Begins an index, or reads the filter {@code [*]}; whether a value is expected. */
    private boolean index(Token bracket) throws ExpressionException {
        Operand target = operands.pop();
        if (!peek().is("*")) {
            Open index = new Open(Open.Kind.INDEX, bracket, null);
            index.parts.add(target);
            open.push(index);
            return true;
        }
        at++;
        Token end = next();
        if (!end.is("]")) {
            throw new ExpressionException(end.from(), "']' is expected");
        }
        filter(target, end);
        return false;
    }

    private void filter(Operand target, Token end) throws ExpressionException {
        push(new Expression.Filter(target.expression(), target.expression().from(), end.to()), target.depth());
    }

    private void operator(Operator operator, Token token) throws ExpressionException {
        boolean chains = operator == Operator.AND || operator == Operator.OR;
        // A chain takes the next operand in; of comparisons the one before is an operand of the next.
        reduce(chains ? operator.strength() + 1 : operator.strength());
        Open top = open.peek();
        if (!chains || top == null || top.operator != operator) {
            top = new Open(Open.Kind.OPERATOR, token, operator);
            open.push(top);
        }
        top.parts.add(operands.pop());
    }

    /** Ends what is open and binds at least as strongly; with 0 all up to the innermost bracket. */
    private void reduce(int strength) throws ExpressionException {
        while (!open.isEmpty()
                && !open.element().isBracket()
                && (open.element().kind == Open.Kind.NOT
                        || open.element().operator.strength() >= strength)) {
            Open top = open.pop();
            Operand last = operands.pop();
            if (top.kind == Open.Kind.NOT) {
                Expression operand = last.expression();
                push(
                        new Expression.Not(operand, Constants.not(operand.constant()), top.token.from(), operand.to()),
                        last.depth());
            } else {
                top.parts.add(last);
                operation(top);
            }
        }
    }

    private void operation(Open operation) throws ExpressionException {
        Operator operator = operation.operator;
        if (operator == Operator.AND || operator == Operator.OR) {
            chain(operator, operation.parts);
            return;
        }
        Expression first = operation.parts.get(0).expression();
        Expression last = operation.parts.get(1).expression();
        push(
                new Expression.Binary(
                        operator,
                        first,
                        last,
                        Constants.compared(operator, first.constant(), last.constant()),
                        first.from(),
                        last.to()),
                depth(operation.parts));
    }

    /** Puts what stands around the longest chain within a chain to that, so that no part is moved often. */
    private void chain(Operator operator, List<Operand> parts) throws ExpressionException {
        int longest = -1;
        int depth = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean inner = Chain.isOf(operator, parts.get(i));
            depth = Math.max(
                    depth, inner ? parts.get(i).depth() - 1 : parts.get(i).depth());
            if (inner && (longest < 0 || sizeOf(parts.get(i)) > sizeOf(parts.get(longest)))) {
                longest = i;
            }
        }
        Deque<Expression> all = longest < 0 ? new ArrayDeque<>() : ((Chain) parts.get(longest)).all;
        for (int i = longest - 1; i >= 0; i--) {
            if (Chain.isOf(operator, parts.get(i))) {
                ((Chain) parts.get(i)).all.descendingIterator().forEachRemaining(all::addFirst);
            } else {
                all.addFirst(parts.get(i).expression());
            }
        }
        for (int i = longest + 1; i < parts.size(); i++) {
            if (Chain.isOf(operator, parts.get(i))) {
                all.addAll(((Chain) parts.get(i)).all);
            } else {
                all.addLast(parts.get(i).expression());
            }
        }
        List<Optional<Value>> values = new ArrayList<>(parts.size());
        for (Operand part : parts) {
            values.add(part.constant());
        }
        push(new Chain(
                operator,
                Constants.chained(operator, values),
                parts.get(0).from(),
                parts.get(parts.size() - 1).to(),
                all,
                depth + 1));
    }

    private static int sizeOf(Operand chain) {
        return ((Chain) chain).all.size();
    }

    /** Ends the innermost bracket. */
    private void close(Token token) throws ExpressionException {
        boolean empty = tokens.get(at - 2).is("(");
        reduce(0);
        Open top = open.peek();
        if (top == null) {
            throw new ExpressionException(token.from(), "nothing is expected after the expression");
        }
        if (token.is("]") != (top.kind == Open.Kind.INDEX)) {
            throw unclosed(token);
        }
        open.pop();
        if (top.kind == Open.Kind.INDEX) {
            Operand index = operands.pop();
            top.parts.add(index);
            Expression target = top.parts.get(0).expression();
            push(
                    new Expression.Index(
                            target,
                            index.expression(),
                            Constants.member(target.constant(), index.constant()),
                            target.from(),
                            token.to()),
                    depth(top.parts));
        } else if (top.kind == Open.Kind.CALL) {
            if (!empty) {
                top.parts.add(operands.pop());
            }
            List<Expression> arguments = expressions(top.parts);
            String name = top.token.text();
            push(
                    new Expression.Call(
                            name,
                            arguments,
                            constants.call(name, Expression.constants(arguments)),
                            top.token.from(),
                            token.to()),
                    depth(top.parts));
        }
    }

    private static List<Expression> expressions(List<Operand> parts) {
        List<Expression> expressions = new ArrayList<>(parts.size());
        for (Operand part : parts) {
            expressions.add(part.expression());
        }
        return expressions;
    }

    private static int depth(List<Operand> parts) {
        int depth = 0;
        for (Operand part : parts) {
            depth = Math.max(depth, part.depth());
        }
        return depth;
    }

    /** Leaves a value with the operands, of parts that are so deep. */
    private void push(Expression expression, int depthBelow) throws ExpressionException {
        push(new Operand(expression, depthBelow + 1));
    }

    private void push(Operand operand) throws ExpressionException {
        if (operand.depth() > DEPTH_LIMIT) {
            throw new ExpressionException(operand.from(), "nests deeper than " + DEPTH_LIMIT);
        }
        operands.push(operand);
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
}
