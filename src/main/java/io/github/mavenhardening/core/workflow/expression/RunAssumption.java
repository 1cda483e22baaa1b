package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An assumption about a run, under which an expression is evaluated.
 *
 * @param event the event that starts it
 * @param isTag whether it runs on a tag, otherwise on a branch
 */
public record RunAssumption(String event, boolean isTag) {

    /** The value of an expression in such a run; empty when it depends on more. */
    public Optional<Value> valueOf(Expression expression) {
        return new Assumed().of(expression).constant();
    }

    /** One expression with what is assumed in the place of what it reads. */
    private final class Assumed {
        private final Constants constants = new Constants();

        Expression of(Expression expression) {
            Optional<ContextPath> path = ContextPath.of(expression);
            if (path.isPresent()) {
                return switch (path.get().toString()) {
                    case "github.event_name" -> text(expression, event);
                    case "github.ref_type" -> text(expression, isTag ? "tag" : "branch");
                    default -> expression;
                };
            }
            if (expression instanceof Expression.Call call) {
                return of(call);
            }
            if (expression instanceof Expression.Not not) {
                Expression operand = of(not.operand());
                return new Expression.Not(operand, Constants.not(operand.constant()), not.from(), not.to());
            }
            if (expression instanceof Expression.Binary binary) {
                Expression left = of(binary.left());
                Expression right = of(binary.right());
                Optional<Value> constant = Constants.compared(binary.operator(), left.constant(), right.constant());
                return new Expression.Binary(binary.operator(), left, right, constant, binary.from(), binary.to());
            }
            if (expression instanceof Expression.Logical chain) {
                List<Expression> operands = each(chain.operands());
                Optional<Value> constant = Constants.chained(chain.operator(), Expression.constants(operands));
                return new Expression.Logical(chain.operator(), operands, constant, chain.from(), chain.to());
            }
            return expression;
        }

        private Expression of(Expression.Call call) {
            Optional<Boolean> known = startsOfRef(call);
            if (known.isPresent()) {
                return new Expression.Literal(new Value.Bool(known.get()), call.from(), call.to());
            }
            List<Expression> arguments = each(call.arguments());
            Optional<Value> constant = constants.call(call.name(), Expression.constants(arguments));
            return new Expression.Call(call.name(), arguments, constant, call.from(), call.to());
        }

        private List<Expression> each(List<Expression> parts) {
            List<Expression> assumed = new ArrayList<>(parts.size());
            for (Expression part : parts) {
                assumed.add(of(part));
            }
            return assumed;
        }
    }

    /** {@code startsWith(github.ref, 'refs/tags/')}: what is known of a ref is how it begins. */
    private Optional<Boolean> startsOfRef(Expression.Call call) {
        if (!call.isTo("startsWith")
                || call.arguments().size() != 2
                || !isRef(call.arguments().get(0))) {
            return Optional.empty();
        }
        Optional<Value> beginning = call.arguments().get(1).constant();
        if (beginning.isEmpty()) {
            return Optional.empty();
        }
        String wanted = beginning.get().text();
        String known = isTag ? "refs/tags/" : "refs/heads/";
        if (known.regionMatches(true, 0, wanted, 0, wanted.length())) {
            return Optional.of(true);
        }
        boolean open = wanted.regionMatches(true, 0, known, 0, known.length());
        return open ? Optional.empty() : Optional.of(false);
    }

    private static boolean isRef(Expression expression) {
        Optional<ContextPath> path = ContextPath.of(expression);
        return path.isPresent() && path.get().toString().equals("github.ref");
    }

    private static Expression text(Expression at, String value) {
        return new Expression.Literal(new Value.Text(value), at.from(), at.to());
    }
}
