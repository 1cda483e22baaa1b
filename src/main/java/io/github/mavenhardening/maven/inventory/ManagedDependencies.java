package io.github.mavenhardening.maven.inventory;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.DependencyCollectionContext;
import org.eclipse.aether.collection.DependencyManagement;
import org.eclipse.aether.collection.DependencyManager;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;

/**
 * What a graph's {@code <dependencyManagement>} makes of the dependencies in it, in either of the ways that Mavens have: Maven 3
 * heeds that of the root alone, Maven 4 also that of each artifact on the way, for what lies below its own dependencies. Of
 * several, that nearest to the root holds.
 */
final class ManagedDependencies implements DependencyManager {

    /** Direct dependencies of the root have their versions from its model. */
    private static final int FIRST_MANAGED = 2;

    /**
     * What is said of one artifact.
     *
     * @param version empty where nothing
     * @param scope empty where nothing
     * @param optional null where nothing
     */
    private record Management(String version, String scope, Boolean optional, Set<Exclusion> exclusions) {

        /** The same, and of what it says nothing of, what another says. */
        Management or(Management farther) {
            Set<Exclusion> all = new LinkedHashSet<>(exclusions);
            all.addAll(farther.exclusions);
            return new Management(
                    version.isEmpty() ? farther.version : version,
                    scope.isEmpty() ? farther.scope : scope,
                    optional == null ? farther.optional : optional,
                    all);
        }
    }

    private final boolean transitive;
    private final int depth;

    /** What holds for the dependencies of the artifact that this is of. */
    private final Map<String, Management> here;

    /** What holds below them. */
    private final Map<String, Management> below;

    private ManagedDependencies(
            boolean transitive, int depth, Map<String, Management> here, Map<String, Management> below) {
        this.transitive = transitive;
        this.depth = depth;
        this.here = here;
        this.below = below;
    }

    /**
     * Before any artifact.
     *
     * @param transitive whether as Maven 4 has it, and not as Maven 3
     */
    static DependencyManager of(boolean transitive) {
        return new ManagedDependencies(transitive, 0, Map.of(), Map.of());
    }

    @Override
    public DependencyManager deriveChildManager(DependencyCollectionContext context) {
        if (depth == 0) {
            Map<String, Management> root = with(below, context.getManagedDependencies(), true);
            return new ManagedDependencies(transitive, 1, root, root);
        }
        if (transitive) {
            // What an artifact says of its own dependencies is in its effective model.
            return new ManagedDependencies(
                    true, FIRST_MANAGED, below, with(below, context.getManagedDependencies(), false));
        }
        return depth == FIRST_MANAGED ? this : new ManagedDependencies(false, FIRST_MANAGED, here, below);
    }

    private static Map<String, Management> with(
            Map<String, Management> nearer, Collection<Dependency> managed, boolean scoped) {
        if (managed.isEmpty()) {
            return nearer;
        }
        Map<String, Management> all = new HashMap<>(nearer);
        for (Dependency dependency : managed) {
            // The scope "system" would need a file as well, which only the POM that says so has.
            boolean isScoped = scoped && !dependency.getScope().equals("system");
            Management management = new Management(
                    dependency.getArtifact().getVersion(),
                    isScoped ? dependency.getScope() : "",
                    scoped ? dependency.getOptional() : null,
                    Set.copyOf(dependency.getExclusions()));
            all.merge(keyOf(dependency.getArtifact()), management, Management::or);
        }
        return all;
    }

    @Override
    public DependencyManagement manageDependency(Dependency dependency) {
        Management management = here.get(keyOf(dependency.getArtifact()));
        if (management == null) {
            return null;
        }
        DependencyManagement managed = new DependencyManagement();
        if (depth >= FIRST_MANAGED) {
            if (!management.version.isEmpty()) {
                managed.setVersion(management.version);
            }
            if (!management.scope.isEmpty()) {
                managed.setScope(management.scope);
            }
            if (management.optional != null) {
                managed.setOptional(management.optional);
            }
        }
        if (!management.exclusions.isEmpty()) {
            Set<Exclusion> all = new LinkedHashSet<>(dependency.getExclusions());
            all.addAll(management.exclusions);
            managed.setExclusions(all);
        }
        return managed;
    }

    /** Maven Resolver shares what lies below artifacts that are managed alike. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof ManagedDependencies that
                        && transitive == that.transitive
                        && depth == that.depth
                        && here.equals(that.here)
                        && below.equals(that.below));
    }

    @Override
    public int hashCode() {
        return Objects.hash(transitive, depth, here, below);
    }

    /** Artifacts that differ in nothing but the version stand in conflict, and are managed as one. */
    static String keyOf(Artifact artifact) {
        return artifact.getGroupId()
                + ':'
                + artifact.getArtifactId()
                + ':'
                + artifact.getExtension()
                + ':'
                + artifact.getClassifier();
    }
}
