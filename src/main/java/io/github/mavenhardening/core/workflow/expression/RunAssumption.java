package io.github.mavenhardening.core.workflow.expression;

import java.util.Optional;

/**
 * A run of one event.
 *
 * @param event the event that starts it
 * @param isTag whether it runs on a tag, otherwise on a branch
 */
public record RunAssumption(String event, boolean isTag) implements Assumption {

    /** The value of an expression in such a run; empty when it depends on more. */
    public Optional<Value> valueOf(Expression expression) {
        return new Assumed(this).valueOf(expression);
    }

    @Override
    public Optional<Value> read(ContextPath path) {
        return switch (path.toString()) {
            case "github.event_name" -> Optional.of(new Value.Text(event));
            case "github.ref_type" -> Optional.of(new Value.Text(isTag ? "tag" : "branch"));
            default -> Optional.empty();
        };
    }

    /** {@code startsWith(github.ref, 'refs/tags/')}: what is known of a ref is how it begins. */
    @Override
    public Optional<Value> call(Expression.Call call) {
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
            return Optional.of(new Value.Bool(true));
        }
        boolean open = wanted.regionMatches(true, 0, known, 0, known.length());
        return open ? Optional.empty() : Optional.of(new Value.Bool(false));
    }

    private static boolean isRef(Expression expression) {
        Optional<ContextPath> path = ContextPath.of(expression);
        return path.isPresent() && path.get().toString().equals("github.ref");
    }
}
