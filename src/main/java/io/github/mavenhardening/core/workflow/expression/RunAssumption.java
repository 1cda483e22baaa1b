package io.github.mavenhardening.core.workflow.expression;

import java.util.Optional;
import java.util.Set;

/**
 * A run of one event.
 *
 * @param event the event that starts it
 * @param isTag whether it runs on a tag, otherwise on a branch
 */
public record RunAssumption(String event, boolean isTag) implements Assumption {

    /** Events whose runs are on what comes of merging a pull request. */
    private static final Set<String> OF_MERGES =
            Set.of("pull_request", "pull_request_review", "pull_request_review_comment");

    /** The value of an expression in such a run; empty when it depends on more. */
    public Optional<Value> valueOf(Expression expression) {
        return new Assumed(this).valueOf(expression);
    }

    @Override
    public Optional<Value> read(ContextPath path) {
        if (EventPayload.isAbsent(path, event)) {
            return Optional.of(new Value.Null());
        }
        return switch (path.toString()) {
            case "github.event_name" -> Optional.of(new Value.Text(event));
            case "github.ref_type" -> Optional.of(new Value.Text(isTag ? "tag" : "branch"));
            // No condition names the number of a pull request.
            case "github.ref" -> isOfMerge() ? Optional.of(new Value.Text("refs/pull/0/merge")) : Optional.empty();
            case "github.ref_name" -> isOfMerge() ? Optional.of(new Value.Text("0/merge")) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean isOfMerge() {
        return OF_MERGES.contains(event);
    }

    /** {@code startsWith(github.ref, 'refs/tags/')}: what is known of a ref is how it begins. */
    @Override
    public Optional<Value> call(Expression.Call call) {
        if (isOfMerge()
                || !call.isTo("startsWith")
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
