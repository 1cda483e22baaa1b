package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of an expression that began and waits for more.
 *
 * @param token what it began with
 * @param operator the operator of a comparison or chain; null for others
 * @param operands the values that belong to it so far
 */
record OpenPart(Kind kind, Token token, Operator operator, List<Operand> operands) {

    enum Kind {
        GROUP,
        CALL,
        INDEX,
        NOT,
        OPERATOR
    }

    OpenPart(Kind kind, Token token) {
        this(kind, token, null, new ArrayList<>());
    }

    OpenPart(Operator operator, Token token) {
        this(Kind.OPERATOR, token, operator, new ArrayList<>());
    }

    /** Whether it ends with a bracket. */
    boolean isBracket() {
        return kind == Kind.GROUP || kind == Kind.CALL || kind == Kind.INDEX;
    }

    /** The levels of the deepest value in it. */
    int depth() {
        int depth = 0;
        for (Operand operand : operands) {
            depth = Math.max(depth, operand.depth());
        }
        return depth;
    }

    /** Its values. */
    List<Expression> expressions() {
        List<Expression> expressions = new ArrayList<>(operands.size());
        for (Operand operand : operands) {
            expressions.add(operand.expression());
        }
        return expressions;
    }
}
