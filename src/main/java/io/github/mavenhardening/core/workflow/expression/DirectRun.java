package io.github.mavenhardening.core.workflow.expression;

import java.util.Optional;

/** A run of the workflow that the event starts itself, and not one that calls it: no one gives it inputs unless by hand. */
public record DirectRun(RunAssumption run) implements Assumption {

    @Override
    public Optional<Value> read(ContextPath path) {
        boolean isInput = path.context().equals("inputs") && path.segments().size() == 2;
        return isInput && !run.event().equals("workflow_dispatch") ? Optional.of(new Value.Null()) : run.read(path);
    }

    @Override
    public Optional<Value> call(Expression.Call call) {
        return run.call(call);
    }
}
