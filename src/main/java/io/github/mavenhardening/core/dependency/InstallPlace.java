package io.github.mavenhardening.core.dependency;

import java.util.Optional;

/**
 * A place that a plugin installs files into past Maven.
 *
 * @param plugin the plugin, {@code groupId:artifactId}
 * @param path the folder, or a single file, relative to the root of the checkout; empty where it lies outside
 */
public record InstallPlace(String plugin, Optional<String> path) {}
