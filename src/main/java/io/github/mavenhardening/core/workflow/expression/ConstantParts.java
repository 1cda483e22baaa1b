package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what in an expression is computed, and could be written down. */
public final class ConstantParts {

    private ConstantParts() {}

    /**
     * The outermost parts that always have the same value, the expression itself among them; literals within it are as
     * plain as can be, a literal that is all of it could do without a fence. A collection has no other way to be written.
     */
    public static List<Expression> of(Expression expression) {
        if (isKnown(expression)) {
            return List.of(expression);
        }
        List<Expression> found = new ArrayList<>();
        if (!isCollection(expression)) {
            collect(expression.parts(), found);
        }
        return List.copyOf(found);
    }

    private static void collect(List<Expression> parts, List<Expression> found) {
        for (Expression part : parts) {
            if (part instanceof Expression.Literal || isCollection(part)) {
                continue;
            }
            if (isKnown(part)) {
                found.add(part);
            } else {
                collect(part.parts(), found);
            }
        }
    }

    /** Whether all of it is the same in every run: {@code x && false} hides nothing, it says too much. */
    private static boolean isKnown(Expression expression) {
        for (Expression part : expression.all()) {
            if (isStatus(part) || Constants.valueOf(part).isEmpty()) {
                return false;
            }
        }
        Optional<Value> value = Constants.valueOf(expression);
        return value.isPresent() && !(value.get() instanceof Value.Collection);
    }

    /** {@code always()} is true, and says more: that the step runs after a failure too. */
    private static boolean isStatus(Expression expression) {
        return expression instanceof Expression.Call call && call.isTo("always");
    }

    private static boolean isCollection(Expression expression) {
        return Constants.valueOf(expression).orElse(null) instanceof Value.Collection;
    }

    /** Whether it is an index that is neither a literal nor known by its looks. */
    public static boolean hasComputedIndex(Expression expression) {
        return expression instanceof Expression.Index index && !(index.index() instanceof Expression.Literal);
    }

    /** Whether a part stands within an index of the expression. */
    public static boolean isIndex(Expression expression, Expression part) {
        return expression.all().stream()
                .filter(Expression.Index.class::isInstance)
                .map(Expression.Index.class::cast)
                .anyMatch(index -> index.index().from() <= part.from()
                        && part.to() <= index.index().to());
    }
}
