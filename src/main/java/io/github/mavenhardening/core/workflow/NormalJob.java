package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * A job of steps.
 *
 * @param container the container that its steps run in
 * @param services the containers beside it
 * @param steps in the order of the text, parallel ones within their {@link Step.Parallel}
 */
public record NormalJob(
        YamlScalar id,
        YamlMapping mapping,
        Optional<YamlScalar> name,
        Optional<Condition> condition,
        List<YamlScalar> needs,
        Optional<Permissions> permissions,
        Optional<CacheMode> cacheMode,
        Optional<YamlScalar> concurrency,
        Optional<Matrix> matrix,
        Optional<RunsOn> runsOn,
        Optional<Environment> environment,
        NamedValues env,
        NamedValues outputs,
        Optional<RunDefaults> defaults,
        Optional<YamlScalar> timeoutMinutes,
        Optional<Container> container,
        List<Container> services,
        List<Step> steps,
        Span span)
        implements Job {

    /** The deployment environment of a job, whose protection rules and secrets apply. */
    public record Environment(Optional<YamlScalar> name) {}

    public NormalJob {
        needs = List.copyOf(needs);
        services = List.copyOf(services);
        steps = List.copyOf(steps);
    }

    /** Its steps that can run, in the order of the text; those of parallel groups in place of their group. */
    public List<Step> liveSteps() {
        return Step.live(steps);
    }
}
