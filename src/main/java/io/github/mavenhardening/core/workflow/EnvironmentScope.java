package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.workflow.expression.Constants;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

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
                Optional<YamlScalar> value = level.scalar(name);
                return value.isEmpty() || isStatic(value.get());
            }
        }
        return false;
    }

    private static boolean isStatic(YamlScalar value) {
        for (Fence fence : Fence.of(value)) {
            if (fence.expression().isEmpty()
                    || Constants.valueOf(fence.expression().get()).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
