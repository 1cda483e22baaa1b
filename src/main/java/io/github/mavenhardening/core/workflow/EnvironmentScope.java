package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The environment variables that a step sees.
 *
 * @param levels the {@code env} of the step, its job and its workflow, the innermost first
 */
public record EnvironmentScope(List<NamedValues> levels) {

    private static final Set<String> RESERVED =
            Set.copyOf(ResourceLines.of(EnvironmentScope.class, "reserved-variables.txt"));

    public EnvironmentScope {
        levels = List.copyOf(levels);
    }

    /**
     * Whether no one can word the variable's value for a run: the innermost level that sets it decides, and what none sets is
     * free to be set by any step, unless its name is kept for GitHub.
     */
    public boolean isSettled(String name) {
        for (NamedValues level : levels) {
            if (level.whole().isPresent()) {
                return false;
            }
            if (level.get(name).isPresent()) {
                Optional<YamlScalar> value = level.scalar(name);
                return value.isEmpty() || isStatic(value.get());
            }
        }
        return RESERVED.contains(name.toUpperCase(Locale.ROOT));
    }

    private static boolean isStatic(YamlScalar value) {
        for (Fence fence : Fence.of(value)) {
            if (fence.expression().isEmpty()
                    || fence.expression().get().constant().isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
