package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayList;
import java.util.List;

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
            expression.parts().forEach(part -> collect(part, found));
        }
        return List.copyOf(found);
    }

    private static void collect(Expression part, List<Expression> found) {
        if (part instanceof Expression.Literal || isCollection(part)) {
            return;
        }
        if (isKnown(part)) {
            found.add(part);
        } else {
            part.parts().forEach(inner -> collect(inner, found));
        }
    }

    private static boolean isKnown(Expression expression) {
        return expression.all().stream().noneMatch(ConstantParts::isStatus)
                && Constants.valueOf(expression)
                        .filter(value -> !(value instanceof Value.Collection))
                        .isPresent();
    }

    /** {@code always()} is true, and says more: that the step runs after a failure too. */
    private static boolean isStatus(Expression expression) {
        return expression instanceof Expression.Call call && call.isTo("always");
    }

    private static boolean isCollection(Expression expression) {
        return Constants.valueOf(expression)
                .filter(Value.Collection.class::isInstance)
                .isPresent();
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
