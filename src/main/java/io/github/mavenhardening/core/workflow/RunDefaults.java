package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/** The defaults of {@code run} steps, from {@code defaults.run}. */
public record RunDefaults(Optional<YamlScalar> shell, Optional<YamlScalar> workingDirectory) {}
