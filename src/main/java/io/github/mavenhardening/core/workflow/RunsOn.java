package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * The runner that a job asks for with {@code runs-on}.
 *
 * @param key the key {@code runs-on}
 * @param labels the runner's labels; one of them, or the only one, may be an expression
 * @param group the runner group; empty when none is named
 */
public record RunsOn(YamlScalar key, List<YamlScalar> labels, Optional<YamlScalar> group) {

    public RunsOn {
        labels = List.copyOf(labels);
    }
}
