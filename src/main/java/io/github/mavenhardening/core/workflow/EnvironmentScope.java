package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.workflow.expression.Constants;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.List;

/**
 * The variables that a step sees.
 *
 * @param levels the {@code env} of the step, its job and its workflow, the innermost first
 */
public record EnvironmentScope(List<Bindings> levels) {

    public EnvironmentScope {
        levels = List.copyOf(levels);
    }

    /** Whether the variable has a value that is known before a run: the innermost level that sets it decides. */
    public boolean isStatic(String name) {
        for (Bindings level : levels) {
            if (level.whole().isPresent()) {
                return false;
            }
            if (level.get(name).isPresent()) {
                return level.get(name).flatMap(Bindings.Binding::scalar).stream()
                        .flatMap(scalar -> Fence.of(scalar).stream())
                        .allMatch(fence ->
                                fence.expression().flatMap(Constants::valueOf).isPresent());
            }
        }
        return false;
    }
}
