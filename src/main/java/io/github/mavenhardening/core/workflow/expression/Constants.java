package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates what is known before a run: literals, operators and pure functions over them. Whatever reads a context is not
 * known, unless a short-circuiting operator never gets to it.
 */
public final class Constants {

    private Constants() {}

    /** The value of an expression that always has the same one; empty when it is not known. */
    public static Optional<Value> valueOf(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return Optional.of(literal.value());
        }
        if (expression instanceof Expression.Not not) {
            Optional<Value> value = valueOf(not.operand());
            return value.isPresent() ? Optional.of(new Value.Bool(!value.get().isTruthy())) : value;
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Expression.Call call) {
            Optional<List<Value>> arguments = arguments(call);
            return arguments.isPresent() ? Functions.call(call.name(), arguments.get()) : Optional.empty();
        }
        if (expression instanceof Expression.Property property) {
            return member(valueOf(property.target()), Optional.of(new Value.Text(property.name())));
        }
        if (expression instanceof Expression.Index index) {
            return member(valueOf(index.target()), valueOf(index.index()));
        }
        return Optional.empty();
    }

    private static Optional<Value> member(Optional<Value> target, Optional<Value> key) {
        return target.isPresent() && key.isPresent()
                ? Optional.of(Functions.member(target.get(), key.get()))
                : Optional.empty();
    }

    private static Optional<List<Value>> arguments(Expression.Call call) {
        List<Value> values = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            Optional<Value> value = valueOf(argument);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }

    private static Optional<Value> binary(Expression.Binary binary) {
        Optional<Value> left = valueOf(binary.left());
        Optional<Value> right = valueOf(binary.right());
        return switch (binary.operator()) {
            case AND -> and(left, right);
            case OR -> or(left, right);
            default ->
                left.isPresent() && right.isPresent()
                        ? Comparison.compare(binary.operator(), left.get(), right.get())
                        : Optional.empty();
        };
    }

    /** The left value where it decides, else the right; {@code x && false} is falsy whatever x is, so it is known too. */
    private static Optional<Value> and(Optional<Value> left, Optional<Value> right) {
        if (left.isPresent()) {
            return left.get().isTruthy() ? right : left;
        }
        return right.isPresent() && !right.get().isTruthy() ? Optional.of(new Value.Bool(false)) : Optional.empty();
    }

    private static Optional<Value> or(Optional<Value> left, Optional<Value> right) {
        return left.isPresent() && !left.get().isTruthy() ? right : left;
    }
}
