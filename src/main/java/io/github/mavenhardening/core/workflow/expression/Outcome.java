package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an expression's value can be made of. {@code a && b || c} yields {@code b} or {@code c} and never {@code a};
 * comparisons and tests yield {@code true} or {@code false} whatever they look at.
 *
 * @param source the part that reads a context, or a literal
 * @param place the part that stands for it in the outcome: of {@code fromJSON(a).b} all of it, else the source itself
 */
public record Outcome(Expression source, Expression place) {

    /** Functions whose result carries their arguments' text. */
    private static final Set<String> CARRYING = Set.of("tojson", "fromjson", "format", "join");

    private static final String CASE = "case";

    /** The parts that read a context and whose value can come out of the expression, in the order of the text. */
    public static List<Outcome> of(Expression expression) {
        List<Outcome> reading = new ArrayList<>();
        for (Outcome outcome : withLiterals(expression)) {
            if (!(outcome.source() instanceof Expression.Literal)) {
                reading.add(outcome);
            }
        }
        return List.copyOf(reading);
    }

    /** The same, with the literals whose value can come out. */
    public static List<Outcome> withLiterals(Expression expression) {
        List<Outcome> found = new ArrayList<>();
        collect(expression, found);
        return List.copyOf(found);
    }

    private static void collect(Expression expression, List<Outcome> found) {
        if (expression instanceof Expression.Literal
                || ContextPath.of(expression).isPresent()) {
            found.add(new Outcome(expression, expression));
        } else if (expression instanceof Expression.Logical chain) {
            for (Expression operand : chain.isOf(Operator.OR) ? chain.operands() : List.of(chain.last())) {
                collect(operand, found);
            }
        } else if (expression instanceof Expression.Call call) {
            for (Expression argument : arguments(call)) {
                collect(argument, found);
            }
        } else if (expression instanceof Expression.Property
                || expression instanceof Expression.Index
                || expression instanceof Expression.Filter) {
            int before = found.size();
            collect(expression.parts().get(0), found);
            found.subList(before, found.size()).replaceAll(outcome -> new Outcome(outcome.source(), expression));
        }
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
