package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.workflow.expression.Constants;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.Value;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

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
        for (Fence fence : fences) {
            if (fence.fenced() && !fence.isWhole()) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is false whatever happens, so that what it guards never runs. */
    public boolean isNever() {
        Optional<Expression> expression =
                isText() ? Optional.empty() : fences.get(0).expression();
        Optional<Value> constant = expression.isPresent() ? Constants.valueOf(expression.get()) : Optional.empty();
        return constant.isPresent() && !constant.get().isTruthy();
    }
}
