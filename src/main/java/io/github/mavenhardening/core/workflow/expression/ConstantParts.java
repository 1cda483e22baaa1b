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
        List<Expression> found = new ArrayList<>();
        boolean known = isKnown(expression, found);
        if (isCollection(expression)) {
            return List.of();
        }
        return known ? List.of(expression) : List.copyOf(found);
    }

    /**
     * Whether all of it is the same in every run: {@code x && false} hides nothing, it says too much. Adds the outermost parts
     * below it that are.
     */
    private static boolean isKnown(Expression expression, List<Expression> found) {
        boolean known = expression.constant().isPresent() && !isStatus(expression);
        int start = found.size();
        int seen = 0;
        int beginning = 0;
        int beginningEnd = start;
        for (Expression part : expression.parts()) {
            boolean partKnown = add(part, found);
            known &= partKnown;
            if (partKnown && beginning == seen) {
                beginning++;
                beginningEnd = found.size();
            }
            seen++;
        }
        if (expression instanceof Expression.Logical chain && beginning > 1 && beginning < seen) {
            found.subList(start, beginningEnd).clear();
            found.add(start, beginning(chain, beginning));
        }
        return known;
    }

    /** Adds what there is of a part: itself where all of it is known and it is not as plain as can be, else what is below. */
    private static boolean add(Expression part, List<Expression> found) {
        int start = found.size();
        boolean known = isKnown(part, found);
        boolean plain = part instanceof Expression.Literal || isCollection(part);
        if (known || plain) {
            found.subList(start, found.size()).clear();
        }
        if (known && !plain) {
            found.add(part);
        }
        return known;
    }

    /** The first operands of a chain, which together are one part that is known. */
    private static Expression beginning(Expression.Logical chain, int count) {
        List<Expression> operands = chain.operands().subList(0, count);
        return new Expression.Logical(
                chain.operator(),
                operands,
                Constants.chained(chain.operator(), Expression.constants(operands)),
                chain.from(),
                operands.get(count - 1).to());
    }

    /** {@code always()} is true, and says more: that the step runs after a failure too. */
    private static boolean isStatus(Expression expression) {
        return expression instanceof Expression.Call call && call.isTo("always");
    }

    private static boolean isCollection(Expression expression) {
        return expression.constant().orElse(null) instanceof Value.Collection;
    }

    /** Whether it is an index that is neither a literal nor known by its looks. */
    public static boolean hasComputedIndex(Expression expression) {
        return expression instanceof Expression.Index index && !(index.index() instanceof Expression.Literal);
    }

    /** Whether a part stands within an index of the expression. */
    public static boolean isIndex(Expression expression, Expression part) {
        Expression at = expression;
        while (at != null) {
            if (at instanceof Expression.Index index && holds(index.index(), part)) {
                return true;
            }
            at = at == part ? null : partWith(at.parts(), part);
        }
        return false;
    }

    private static boolean holds(Expression outer, Expression inner) {
        return outer.from() <= inner.from() && inner.to() <= outer.to();
    }

    /** That of the parts, which stand in the order of the text, in which another stands; null where none does. */
    private static Expression partWith(List<Expression> parts, Expression inner) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).to() < inner.to()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < parts.size() && holds(parts.get(low), inner) ? parts.get(low) : null;
    }
}
