package io.github.mavenhardening.maven.inventory;

import java.util.Set;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.DependencyCollectionContext;
import org.eclipse.aether.collection.DependencyTraverser;
import org.eclipse.aether.graph.Dependency;

/**
 * Notes the dependencies whose POMs a collection reads. Its graph has nearly all of them: what is relocated to something that
 * led to it is a cycle, and left out.
 */
final class AskedFor implements DependencyTraverser {

    private final DependencyTraverser decision;
    private final Set<Artifact> noted;

    /**
     * Beside the session's own decision.
     *
     * @param decision null to go on below everything
     * @param noted gets what is asked for; several threads may add to it
     */
    AskedFor(DependencyTraverser decision, Set<Artifact> noted) {
        this.decision = decision;
        this.noted = noted;
    }

    @Override
    public boolean traverseDependency(Dependency dependency) {
        String version = dependency.getArtifact().getVersion();
        // Of a range, the graph has the versions.
        if (!version.startsWith("[") && !version.startsWith("(")) {
            noted.add(dependency.getArtifact());
        }
        return decision == null || decision.traverseDependency(dependency);
    }

    @Override
    public DependencyTraverser deriveChildTraverser(DependencyCollectionContext context) {
        DependencyTraverser child = decision == null ? null : decision.deriveChildTraverser(context);
        return child == decision ? this : new AskedFor(child, noted);
    }

    /** Maven Resolver shares what lies below artifacts that are traversed alike. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AskedFor that
                && noted == that.noted
                && (decision == null ? that.decision == null : decision.equals(that.decision));
    }

    @Override
    public int hashCode() {
        return decision == null ? 0 : decision.hashCode();
    }
}
