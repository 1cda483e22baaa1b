package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An expression as it is written. Every part knows where it stands: {@code from} and {@code to} (exclusive) are offsets in
 * the text that the parser was given; {@link Fence#span(Expression)} turns them into a place in the file.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions">Expressions</a>
 */
public sealed interface Expression {

    /** Offset of the first character. */
    int from();

    /** Offset after the last character. */
    int to();

    /** The parts one level below, in the order of the text. */
    List<Expression> parts();

    /** The value that it has in every run, as {@link Constants} knows it; empty when that is not known. */
    Optional<Value> constant();

    /** This expression and all parts of it, outer ones first. */
    default List<Expression> all() {
        List<Expression> found = new ArrayList<>();
        List<Expression> open = new ArrayList<>();
        open.add(this);
        while (!open.isEmpty()) {
            Expression next = open.remove(open.size() - 1);
            found.add(next);
            List<Expression> parts = next.parts();
            for (int i = parts.size() - 1; i >= 0; i--) {
                open.add(parts.get(i));
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** The {@linkplain #constant() constants} of several. */
    static List<Optional<Value>> constants(List<Expression> expressions) {
        List<Optional<Value>> constants = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            constants.add(expression.constant());
        }
        return constants;
    }

    /** A value written out: {@code 'text'}, {@code 12}, {@code true}, {@code null}. */
    record Literal(Value value, int from, int to) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }

        @Override
        public Optional<Value> constant() {
            return Optional.of(value);
        }
    }

    /** The name of a context, {@code github}; names are compared without regard to case. */
    record Context(String name, int from, int to) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }

        @Override
        public Optional<Value> constant() {
            return Optional.empty();
        }
    }

    /** {@code target.name}. */
    record Property(Expression target, String name, Optional<Value> constant, int from, int to) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(target);
        }
    }

    /** {@code target[index]}. */
    record Index(Expression target, Expression index, Optional<Value> constant, int from, int to)
            implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(target, index);
        }
    }

    /** The object filter {@code target.*} or {@code target[*]}. */
    record Filter(Expression target, int from, int to) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(target);
        }

        @Override
        public Optional<Value> constant() {
            return Optional.empty();
        }
    }

    /** {@code name(arguments)}; names are compared without regard to case. */
    record Call(String name, List<Expression> arguments, Optional<Value> constant, int from, int to)
            implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        /** Whether it calls that function. */
        public boolean isTo(String function) {
            return name.equalsIgnoreCase(function);
        }

        @Override
        public List<Expression> parts() {
            return arguments;
        }
    }

    /** {@code !operand}. */
    record Not(Expression operand, Optional<Value> constant, int from, int to) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    /** {@code left operator right} with an operator that compares. */
    record Binary(Operator operator, Expression left, Expression right, Optional<Value> constant, int from, int to)
            implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    /**
     * A chain of {@code ||}, or one of {@code &&}. As GitHub has it, a chain within a chain of the same kind, in parentheses or
     * not, is one with it, so that no chain is deep.
     *
     * @param operands two or more, none of them a chain of the same operator
     */
    record Logical(Operator operator, List<Expression> operands, Optional<Value> constant, int from, int to)
            implements Expression {
        public Logical {
            operands = List.copyOf(operands);
        }

        @Override
        public List<Expression> parts() {
            return operands;
        }

        /** Whether it is a chain of that operator. */
        public boolean isOf(Operator other) {
            return operator == other;
        }

        /** Whether it takes a run to know what the operands before the last one come to. */
        public boolean isUnknownBeforeLast() {
            return Constants.chained(operator, constants(operands.subList(0, operands.size() - 1)))
                    .isEmpty();
        }

        /** The last operand. */
        public Expression last() {
            return operands.get(operands.size() - 1);
        }
    }
}
