package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
    private final Deque<OpenPart> open = new ArrayDeque<>();
    private final Deque<Operand> operands = new ArrayDeque<>();
    private int at;

    private ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
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
            throw new ExpressionException("longer than " + Lexer.LENGTH_LIMIT + " characters");
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
                open.push(new OpenPart(OpenPart.Kind.NOT, token));
            } else if (token.is("(")) {
                open.push(new OpenPart(OpenPart.Kind.GROUP, token));
            } else if (token.kind() == Token.Kind.NAME && peek().is("(")) {
                at++;
                open.push(new OpenPart(OpenPart.Kind.CALL, token));
                if (peek().is(")")) {
                    // The bracket is read as that of any call, with no value before it.
                    return;
                }
            } else {
                operands.push(new Operand(SingleValue.of(token), 1));
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
                open.element().operands().add(operands.pop());
                return true;
            } else if (token.kind() == Token.Kind.END) {
                reduce(0);
                if (!open.isEmpty()) {
                    throw unclosed();
                }
                return false;
            } else {
                reduce(0);
                throw open.isEmpty() ? new ExpressionException("nothing is expected after the expression") : unclosed();
            }
        }
    }

    private ExpressionException unclosed() {
        String bracket = open.element().kind() == OpenPart.Kind.INDEX ? "]" : ")";
        return new ExpressionException("'" + bracket + "' is expected");
    }

    private boolean isWithinCall() throws ExpressionException {
        reduce(0);
        return !open.isEmpty() && open.element().kind() == OpenPart.Kind.CALL;
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
            throw new ExpressionException("a property's name is expected after the point");
        }
    }

    /** Begins an index, or reads the filter {@code [*]}; whether a value is expected. */
    private boolean index(Token bracket) throws ExpressionException {
        Operand target = operands.pop();
        if (!peek().is("*")) {
            OpenPart index = new OpenPart(OpenPart.Kind.INDEX, bracket);
            index.operands().add(target);
            open.push(index);
            return true;
        }
        at++;
        Token end = next();
        if (!end.is("]")) {
            throw new ExpressionException("']' is expected");
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
        OpenPart top = open.peek();
        if (!chains || top == null || top.operator() != operator) {
            top = new OpenPart(operator, token);
            open.push(top);
        }
        top.operands().add(operands.pop());
    }

    /** Ends what is open and binds at least as strongly; with 0 all up to the innermost bracket. */
    private void reduce(int strength) throws ExpressionException {
        while (!open.isEmpty()
                && !open.element().isBracket()
                && (open.element().kind() == OpenPart.Kind.NOT
                        || open.element().operator().strength() >= strength)) {
            OpenPart top = open.pop();
            Operand last = operands.pop();
            if (top.kind() == OpenPart.Kind.NOT) {
                Expression operand = last.expression();
                push(
                        new Expression.Not(
                                operand,
                                Constants.not(operand.constant()),
                                top.token().from(),
                                operand.to()),
                        last.depth());
            } else {
                top.operands().add(last);
                operation(top);
            }
        }
    }

    private void operation(OpenPart operation) throws ExpressionException {
        Operator operator = operation.operator();
        if (operator == Operator.AND || operator == Operator.OR) {
            push(Chain.of(operator, operation.operands()));
            return;
        }
        Expression first = operation.operands().get(0).expression();
        Expression last = operation.operands().get(1).expression();
        push(
                new Expression.Binary(
                        operator,
                        first,
                        last,
                        Constants.compared(operator, first.constant(), last.constant()),
                        first.from(),
                        last.to()),
                operation.depth());
    }

    /** Ends the innermost bracket. */
    private void close(Token token) throws ExpressionException {
        boolean empty = tokens.get(at - 2).is("(");
        reduce(0);
        OpenPart top = open.peek();
        if (top == null) {
            throw new ExpressionException("nothing is expected after the expression");
        }
        if (token.is("]") != (top.kind() == OpenPart.Kind.INDEX)) {
            throw unclosed();
        }
        open.pop();
        if (top.kind() == OpenPart.Kind.INDEX) {
            Operand index = operands.pop();
            top.operands().add(index);
            Expression target = top.operands().get(0).expression();
            push(
                    new Expression.Index(
                            target,
                            index.expression(),
                            Constants.member(target.constant(), index.constant()),
                            target.from(),
                            token.to()),
                    top.depth());
        } else if (top.kind() == OpenPart.Kind.CALL) {
            if (!empty) {
                top.operands().add(operands.pop());
            }
            List<Expression> arguments = top.expressions();
            String name = top.token().text();
            push(
                    new Expression.Call(
                            name,
                            arguments,
                            constants.call(name, Expression.constants(arguments)),
                            top.token().from(),
                            token.to()),
                    top.depth());
        }
    }

    /** Leaves a value with the operands, of parts that are so deep. */
    private void push(Expression expression, int depthBelow) throws ExpressionException {
        push(new Operand(expression, depthBelow + 1));
    }

    private void push(Operand operand) throws ExpressionException {
        if (operand.depth() > DEPTH_LIMIT) {
            throw new ExpressionException("nests deeper than " + DEPTH_LIMIT);
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
