package io.github.mavenhardening.maven.inventory;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;

/**
 * A registry of artifact types that asks another once for each type. Maven's own goes through all its components for each
 * answer, and a replay asks for every dependency that any POM declares: there are a dozen types, and thousands of those.
 */
final class KnownTypes implements ArtifactTypeRegistry {

    private final ArtifactTypeRegistry registry;
    private final ConcurrentMap<String, Optional<ArtifactType>> known = new ConcurrentHashMap<>();

    KnownTypes(ArtifactTypeRegistry registry) {
        this.registry = registry;
    }

    @Override
    public ArtifactType get(String typeId) {
        Optional<ArtifactType> type = known.get(typeId);
        if (type == null) {
            type = Optional.ofNullable(registry.get(typeId));
            known.put(typeId, type);
        }
        return type.orElse(null);
    }
}
