package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.workflow.expression.Constants;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;

/**
 * An {@code if:}.
 *
 * @param key the key {@code if}
 * @param scalar the condition as written
 * @param fences the expressions in it: the whole where it has no fence
 */
public record Condition(YamlScalar key, YamlScalar scalar, List<Fence> fences) {

    public Condition {
        fences = List.copyOf(fences);
    }

    static Condition of(YamlScalar key, YamlScalar scalar) {
        List<Fence> fences = Fence.of(scalar);
        return new Condition(key, scalar, fences.isEmpty() ? List.of(Fence.ofBare(scalar)) : fences);
    }

    /** Whether text around the fences makes it a text, which is always true. */
    public boolean isText() {
        return fences.stream().anyMatch(fence -> fence.fenced() && !fence.isWhole());
    }

    /** Whether it is false whatever happens, so that what it guards never runs. */
    public boolean isNever() {
        return !isText()
                && fences.get(0)
                        .expression()
                        .flatMap(Constants::valueOf)
                        .filter(value -> !value.isTruthy())
                        .isPresent();
    }
}
