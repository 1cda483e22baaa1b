package io.github.mavenhardening.core.finding;

import java.util.Optional;

/**
 * The artifact that a dependency finding is about.
 *
 * @param path path in the repository layout, with {@code /}: {@code org/yaml/snakeyaml/2.7/snakeyaml-2.7.jar}
 * @param coordinates {@code groupId:artifactId:extension[:classifier]:version}; empty when the path tells no coordinates
 */
public record ArtifactRef(String path, Optional<String> coordinates) {}
