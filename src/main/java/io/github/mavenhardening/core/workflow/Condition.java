package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.Value;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * A condition, {@code if:}.
 *
 * @param key the key {@code if}
 * @param scalar the condition as written
 * @param fences the expressions in it: the whole where it has no fence
 * @param isText whether text around the fences makes it a text, which is always true
 * @param isNever whether it is false whatever happens, so that what it guards never runs; every check asks
 */
public record Condition(YamlScalar key, YamlScalar scalar, List<Fence> fences, boolean isText, boolean isNever) {

    static Condition of(YamlScalar key, YamlScalar scalar) {
        List<Fence> written = Fence.of(scalar);
        List<Fence> fences = written.isEmpty() ? List.of(Fence.ofBare(scalar)) : written;
        boolean text = hasTextAround(fences);
        return new Condition(key, scalar, fences, text, !text && isFalse(fences.get(0)));
    }

    private static boolean hasTextAround(List<Fence> fences) {
        for (Fence fence : fences) {
            if (fence.fenced() && !fence.isWhole()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFalse(Fence fence) {
        Optional<Expression> expression = fence.expression();
        Optional<Value> constant = expression.isPresent() ? expression.get().constant() : Optional.empty();
        return constant.isPresent() && !constant.get().isTruthy();
    }
}
