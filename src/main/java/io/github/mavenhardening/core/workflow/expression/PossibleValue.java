package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A possible value of an expression, and its parts. {@code a && b || c} yields {@code b} or {@code c} and never {@code a};
 * comparisons and tests yield {@code true} or {@code false} whatever they look at.
 *
 * @param source the part that reads a context, or a literal
 * @param place the part that stands for it in the outcome: of {@code fromJSON(a).b} all of it, else the source itself
 * @param path what is read of the context in the end: of {@code (a || b).c} the paths {@code a.c} and {@code b.c}; empty of a
 *     literal
 * @param parsed whether a function made a new value of what was read, so that what is taken out of that is not the context's
 */
public record PossibleValue(Expression source, Expression place, Optional<ContextPath> path, boolean parsed) {

    /** Functions whose result carries their arguments' text. */
    private static final Set<String> CARRYING = Set.of("tojson", "fromjson", "format", "join");

    private static final String CASE = "case";

    /** The parts that read a context and whose value can come out of the expression, in the order of the text. */
    public static List<PossibleValue> of(Expression expression) {
        List<PossibleValue> reading = new ArrayList<>();
        for (PossibleValue outcome : withLiterals(expression)) {
            if (!(outcome.source() instanceof Expression.Literal)) {
                reading.add(outcome);
            }
        }
        return List.copyOf(reading);
    }

    /** The same of what stands in a fence; none where that is not an expression. */
    public static List<PossibleValue> of(Fence fence) {
        return fence.expression().isPresent() ? of(fence.expression().get()) : List.of();
    }

    /** What expressions in a text read of contexts and can put there, in the order of the text. */
    public static List<ContextPath> pathsIn(String text) {
        List<ContextPath> paths = new ArrayList<>();
        for (Expression expression : Fence.expressionsIn(text)) {
            for (PossibleValue value : of(expression)) {
                paths.add(value.path().orElseThrow());
            }
        }
        return paths;
    }

    /** The same, with the literals whose value can come out. */
    public static List<PossibleValue> withLiterals(Expression expression) {
        List<PossibleValue> found = new ArrayList<>();
        collect(expression, found);
        return List.copyOf(found);
    }

    private static void collect(Expression expression, List<PossibleValue> found) {
        if (expression instanceof Expression.Literal
                || ContextPath.of(expression).isPresent()) {
            found.add(new PossibleValue(expression, expression, ContextPath.of(expression), false));
        } else if (expression instanceof Expression.Logical chain) {
            for (Expression operand : chain.isOf(Operator.OR) ? chain.operands() : List.of(chain.last())) {
                collect(operand, found);
            }
        } else if (expression instanceof Expression.Call call) {
            List<PossibleValue> inner = new ArrayList<>();
            for (Expression argument : arguments(call)) {
                collect(argument, inner);
            }
            boolean parses = !call.isTo(CASE);
            for (PossibleValue outcome : inner) {
                found.add(new PossibleValue(outcome.source, outcome.place, outcome.path, outcome.parsed || parses));
            }
        } else if (isAccessor(expression)) {
            collectMembers(expression, found);
        }
    }

    /** What is taken out of a choice is taken out of each of what there is to choose from. */
    private static void collectMembers(Expression expression, List<PossibleValue> found) {
        Deque<Expression> accessors = new ArrayDeque<>();
        Expression target = expression;
        while (isAccessor(target)) {
            accessors.push(target);
            target = target.parts().get(0);
        }
        List<PossibleValue> choice = new ArrayList<>();
        collect(target, choice);
        List<Expression> inOrder = List.copyOf(accessors);
        for (PossibleValue outcome : choice) {
            Optional<ContextPath> member = outcome.parsed ? outcome.path : outcome.path.map(path -> path.then(inOrder));
            found.add(new PossibleValue(outcome.source, expression, member, outcome.parsed));
        }
    }

    private static boolean isAccessor(Expression expression) {
        return expression instanceof Expression.Property
                || expression instanceof Expression.Index
                || expression instanceof Expression.Filter;
    }

    /** The arguments that a call's result is made of. */
    private static List<Expression> arguments(Expression.Call call) {
        String function = call.name().toLowerCase(Locale.ROOT);
        if (CARRYING.contains(function)) {
            return call.arguments();
        }
        return function.equals(CASE) ? outcomesOfCase(call.arguments()) : List.of();
    }

    /** {@code case(test, value, test, value, …, otherwise)}. */
    private static List<Expression> outcomesOfCase(List<Expression> arguments) {
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (i % 2 == 1 || i == arguments.size() - 1) {
                values.add(arguments.get(i));
            }
        }
        return values;
    }
}
