package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * A job that is another workflow.
 *
 * @param uses the workflow
 * @param with its inputs
 * @param secrets the secrets that it gets; {@link NamedValues#whole()} is {@code inherit} where it gets all
 */
public record ReusableWorkflowCall(
        YamlScalar id,
        YamlMapping mapping,
        Optional<YamlScalar> name,
        Optional<Condition> condition,
        List<YamlScalar> needs,
        Optional<Permissions> permissions,
        Optional<CacheMode> cacheMode,
        Optional<YamlScalar> concurrency,
        Optional<Matrix> matrix,
        UsesReference uses,
        NamedValues with,
        NamedValues secrets,
        Span span)
        implements Job {

    public ReusableWorkflowCall {
        needs = List.copyOf(needs);
    }

    /** Whether it gets every secret of the caller. */
    public boolean inheritsSecrets() {
        return secrets.whole().isPresent() && secrets.whole().get().value().equals("inherit");
    }
}
