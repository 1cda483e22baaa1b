package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/** What {@code defaults.run} says for every {@code run} step. */
public record RunDefaults(Optional<YamlScalar> shell, Optional<YamlScalar> workingDirectory) {}
