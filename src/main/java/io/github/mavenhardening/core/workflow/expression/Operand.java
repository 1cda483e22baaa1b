package io.github.mavenhardening.core.workflow.expression;

import java.util.Optional;

/** A value that the parser has read, with the number of levels in it. */
class Operand {

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
