package io.github.mavenhardening.core.workflow.expression;

import java.util.List;
import java.util.Optional;

/**
 * What is taken to be so of a run, to see what an expression yields in it.
 *
 * @param event the event that starts it
 * @param isTag whether it runs on a tag, otherwise on a branch
 */
public record RunAssumption(String event, boolean isTag) {

    /** The value of an expression in such a run; empty when it depends on more. */
    public Optional<Value> valueOf(Expression expression) {
        return Constants.valueOf(assume(expression));
    }

    private Expression assume(Expression expression) {
        Optional<String> path = ContextPath.of(expression).map(ContextPath::toString);
        if (path.isPresent()) {
            return switch (path.get()) {
                case "github.event_name" -> text(expression, event);
                case "github.ref_type" -> text(expression, isTag ? "tag" : "branch");
                default -> expression;
            };
        }
        if (expression instanceof Expression.Call call) {
            Optional<Boolean> known = startsOfRef(call);
            List<Expression> arguments =
                    call.arguments().stream().map(this::assume).toList();
            return known.<Expression>map(value -> new Expression.Literal(new Value.Bool(value), call.from(), call.to()))
                    .orElseGet(() -> new Expression.Call(call.name(), arguments, call.from(), call.to()));
        }
        if (expression instanceof Expression.Not not) {
            return new Expression.Not(assume(not.operand()), not.from(), not.to());
        }
        if (expression instanceof Expression.Binary binary) {
            return new Expression.Binary(
                    binary.operator(), assume(binary.left()), assume(binary.right()), binary.from(), binary.to());
        }
        return expression;
    }

    /** {@code startsWith(github.ref, 'refs/tags/')}: what is known of a ref is how it begins. */
    private Optional<Boolean> startsOfRef(Expression.Call call) {
        boolean ofRef = call.isTo("startsWith")
                && call.arguments().size() == 2
                && ContextPath.of(call.arguments().get(0))
                        .filter(path -> path.toString().equals("github.ref"))
                        .isPresent();
        String known = isTag ? "refs/tags/" : "refs/heads/";
        return ofRef
                ? Constants.valueOf(call.arguments().get(1)).map(Value::text).flatMap(wanted -> {
                    boolean begins = known.regionMatches(true, 0, wanted, 0, wanted.length());
                    boolean open = wanted.regionMatches(true, 0, known, 0, known.length());
                    return begins ? Optional.of(true) : open ? Optional.<Boolean>empty() : Optional.of(false);
                })
                : Optional.empty();
    }

    private static Expression text(Expression at, String value) {
        return new Expression.Literal(new Value.Text(value), at.from(), at.to());
    }
}
