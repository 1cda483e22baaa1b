package io.github.mavenhardening.core.workflow.expression;

import java.util.Optional;

/** Compares as Actions does: texts without regard to case, values of different kinds as numbers. */
final class Comparison {

    private Comparison() {}

    /** {@code true} or {@code false}; empty for two collections, which are the same only when they are the same object. */
    static Optional<Value> compare(Operator operator, Value left, Value right) {
        if (left instanceof Value.Collection && right instanceof Value.Collection) {
            return Optional.empty();
        }
        boolean texts = left instanceof Value.Text && right instanceof Value.Text;
        double l = left.number();
        double r = right.number();
        if (!texts && (Double.isNaN(l) || Double.isNaN(r))) {
            return Optional.of(new Value.Bool(operator == Operator.NOT_EQUAL));
        }
        int order = texts ? left.text().compareToIgnoreCase(right.text()) : compareNumbers(l, r);
        return Optional.of(new Value.Bool(
                switch (operator) {
                    case EQUAL -> order == 0;
                    case NOT_EQUAL -> order != 0;
                    case LESS -> order < 0;
                    case LESS_OR_EQUAL -> order <= 0;
                    case GREATER -> order > 0;
                    case GREATER_OR_EQUAL -> order >= 0;
                    case AND, OR -> throw new IllegalArgumentException(operator.symbol() + " does not compare");
                }));
    }

    /** Whether two values are equal; collections never are. */
    static boolean equal(Value left, Value right) {
        return compare(Operator.EQUAL, left, right).map(Value::isTruthy).orElse(false);
    }

    private static int compareNumbers(double left, double right) {
        return left == right ? 0 : Double.compare(left, right);
    }
}
