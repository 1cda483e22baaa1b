package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Works out what is known before a run: literals, operators and pure functions over them. Whatever reads a context is not
 * known, unless a short-circuiting operator never gets to it. There is one for each expression, whose parts are given to it
 * from the inside out: what they compute has a bound as a whole, and what goes over it counts as not known.
 */
final class Constants {

    /** How many characters all values that one expression computes may have: five times as many as GitHub lets it have itself. */
    static final int LIMIT = 5 * Lexer.LENGTH_LIMIT;

    private int left = LIMIT;

    static Optional<Value> not(Optional<Value> operand) {
        return operand.isPresent() ? Optional.of(new Value.Bool(!operand.get().isTruthy())) : Optional.empty();
    }

    static Optional<Value> compared(Operator operator, Optional<Value> first, Optional<Value> second) {
        return first.isPresent() && second.isPresent()
                ? Comparison.compare(operator, first.get(), second.get())
                : Optional.empty();
    }

    /** Of the operands of {@code a || b || c}, or of {@code a && b && c}. */
    static Optional<Value> chained(Operator operator, List<Optional<Value>> values) {
        Optional<Value> value = values.get(0);
        for (Optional<Value> next : values.subList(1, values.size())) {
            value = operator == Operator.AND ? and(value, next) : or(value, next);
        }
        return value;
    }

    /** The left value where it decides, else the right; {@code x && false} is falsy whatever x is, so it is known too. */
    private static Optional<Value> and(Optional<Value> first, Optional<Value> second) {
        if (first.isPresent()) {
            return first.get().isTruthy() ? second : first;
        }
        return second.isPresent() && !second.get().isTruthy() ? Optional.of(new Value.Bool(false)) : Optional.empty();
    }

    private static Optional<Value> or(Optional<Value> first, Optional<Value> second) {
        return first.isPresent() && !first.get().isTruthy() ? second : first;
    }

    Optional<Value> call(String name, List<Optional<Value>> arguments) {
        List<Value> values = new ArrayList<>(arguments.size());
        for (Optional<Value> argument : arguments) {
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            values.add(argument.get());
        }
        Optional<Value> value = Functions.call(name, values, left);
        if (value.isPresent()) {
            left -= Functions.cost(value.get(), values);
        }
        return left >= 0 ? value : Optional.empty();
    }

    static Optional<Value> member(Optional<Value> target, Optional<Value> index) {
        return target.isPresent() && index.isPresent()
                ? Optional.of(Functions.member(target.get(), index.get()))
                : Optional.empty();
    }
}
