package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/**
 * A {@code concurrency} setting: which runs exclude each other.
 *
 * @param key the key {@code concurrency}
 * @param group the group's name
 * @param cancelInProgress whether a new run cancels the one before; empty when it does not say
 */
public record Concurrency(YamlScalar key, Optional<YamlScalar> group, Optional<YamlScalar> cancelInProgress) {}
