package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/** The deployment environment of a job, whose protection rules and secrets apply. */
public record DeploymentEnvironment(YamlScalar key, Optional<YamlScalar> name, Optional<YamlScalar> url) {}
