package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A chain of {@code &&} or {@code ||} that may become part of another, of which an expression is made only when it does not:
 * chains may stand in chains without end.
 */
final class Chain extends Operand {

    private final Operator operator;
    private final Optional<Value> constant;
    private final int from;
    private final int to;
    private final Deque<Expression> all;
    private Expression made;

    private Chain(Operator operator, Optional<Value> constant, int from, int to, Deque<Expression> all, int depth) {
        super(null, depth);
        this.operator = operator;
        this.constant = constant;
        this.from = from;
        this.to = to;
        this.all = all;
    }

    /**
     * The chain of these values, those of chains of the same operator among them. What stands around the longest of them is put
     * to that, so that no part is moved often.
     */
    static Chain of(Operator operator, List<Operand> parts) {
        int longest = -1;
        int depth = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean inner = isOf(operator, parts.get(i));
            depth = Math.max(
                    depth, inner ? parts.get(i).depth() - 1 : parts.get(i).depth());
            if (inner && (longest < 0 || sizeOf(parts.get(i)) > sizeOf(parts.get(longest)))) {
                longest = i;
            }
        }
        Deque<Expression> all = longest < 0 ? new ArrayDeque<>() : ((Chain) parts.get(longest)).all;
        for (int i = longest - 1; i >= 0; i--) {
            if (isOf(operator, parts.get(i))) {
                ((Chain) parts.get(i)).all.descendingIterator().forEachRemaining(all::addFirst);
            } else {
                all.addFirst(parts.get(i).expression());
            }
        }
        for (int i = longest + 1; i < parts.size(); i++) {
            if (isOf(operator, parts.get(i))) {
                all.addAll(((Chain) parts.get(i)).all);
            } else {
                all.addLast(parts.get(i).expression());
            }
        }
        List<Optional<Value>> values = new ArrayList<>(parts.size());
        for (Operand part : parts) {
            values.add(part.constant());
        }
        return new Chain(
                operator,
                Constants.chained(operator, values),
                parts.get(0).from(),
                parts.get(parts.size() - 1).to(),
                all,
                depth + 1);
    }

    private static boolean isOf(Operator operator, Operand operand) {
        return operand instanceof Chain chain && chain.operator == operator;
    }

    private static int sizeOf(Operand chain) {
        return ((Chain) chain).all.size();
    }

    @Override
    Expression expression() {
        if (made == null) {
            made = new Expression.Logical(operator, List.copyOf(all), constant, from, to);
        }
        return made;
    }

    @Override
    Optional<Value> constant() {
        return constant;
    }

    @Override
    int from() {
        return from;
    }

    @Override
    int to() {
        return to;
    }
}
