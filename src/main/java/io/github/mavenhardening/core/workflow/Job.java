package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** A job of a workflow. */
public sealed interface Job permits NormalJob, ReusableWorkflowCall {

    /** Its key under {@code jobs}. */
    YamlScalar id();

    YamlMapping mapping();

    Optional<YamlScalar> name();

    Optional<Condition> condition();

    /** The ids of the jobs that must end before. */
    List<YamlScalar> needs();

    /** What its token may do; empty when it does not say and the workflow's permissions hold. */
    Optional<Permissions> permissions();

    /** What it may do with the cache; empty when it does not say and the workflow's word holds. */
    Optional<CacheMode> cacheMode();

    /** The key {@code concurrency}, where it is there. */
    Optional<YamlScalar> concurrency();

    Optional<Matrix> matrix();

    /** From its key to its end. */
    Span span();

    /** The name of its deployment environment; empty when it has none. */
    default Optional<YamlScalar> environmentName() {
        return this instanceof NormalJob normal && normal.environment().isPresent()
                ? normal.environment().get().name()
                : Optional.empty();
    }

    /** Whether its condition is false whatever happens. */
    default boolean isNever() {
        return condition().isPresent() && condition().get().isNever();
    }

    /** Whether a secret other than the job's own token reaches it: it reads one anywhere, or passes secrets on. */
    default boolean hasSecrets() {
        if (this instanceof ReusableWorkflowCall call && call.inheritsSecrets()) {
            return true;
        }
        for (YamlScalar scalar : YamlNodes.scalars(mapping())) {
            if (Fence.mayRead(scalar.value(), "secrets") && readsSecret(scalar)) {
                return true;
            }
        }
        return false;
    }

    private static boolean readsSecret(YamlScalar scalar) {
        for (Fence fence : Fence.of(scalar)) {
            for (ContextPath path : fence.reads()) {
                if (path.readsSecret()) {
                    return true;
                }
            }
        }
        return false;
    }
}
