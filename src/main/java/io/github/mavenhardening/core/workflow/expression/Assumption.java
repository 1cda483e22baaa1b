package io.github.mavenhardening.core.workflow.expression;

import java.util.Optional;

/** An assumption about a run, under which expressions are evaluated. */
public interface Assumption {

    /** What a context has at a path; empty where nothing is known of it. */
    Optional<Value> read(ContextPath path);

    /** What a call yields, whatever its arguments come to; empty where that decides. */
    default Optional<Value> call(Expression.Call call) {
        return Optional.empty();
    }
}
