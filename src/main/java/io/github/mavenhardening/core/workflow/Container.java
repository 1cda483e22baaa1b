package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/**
 * A container that a job runs in, or a service beside it.
 *
 * @param key the key {@code container}, or the service's name
 * @param image its image; empty when it names none
 * @param credentials {@code username} and {@code password} for the registry
 */
public record Container(YamlScalar key, Optional<Image> image, NamedValues credentials, NamedValues env) {}
