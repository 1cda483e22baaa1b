package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.DependencyCollectionContext;
import org.eclipse.aether.collection.DependencyTraverser;
import org.eclipse.aether.graph.Dependency;
import org.junit.jupiter.api.Test;

class AskedForTest {

    private final Set<Artifact> noted = new HashSet<>();

    private static Dependency dependency(String artifact) {
        return new Dependency(new DefaultArtifact(artifact), "compile");
    }

    @Test
    void notesWhatIsAskedForButNoRange() {
        AskedFor traverser = new AskedFor(null, noted);

        assertThat(traverser.traverseDependency(dependency("g:a:1"))).isTrue();
        assertThat(traverser.deriveChildTraverser(null).traverseDependency(dependency("g:b:[1,2)")))
                .isTrue();

        assertThat(noted).containsExactly(new DefaultArtifact("g:a:1"));
    }

    @Test
    void decidesAsTheSessionDoes() {
        DependencyTraverser below = new DependencyTraverser() {
            @Override
            public boolean traverseDependency(Dependency dependency) {
                return false;
            }

            @Override
            public DependencyTraverser deriveChildTraverser(DependencyCollectionContext context) {
                return this;
            }
        };
        DependencyTraverser above = new DependencyTraverser() {
            @Override
            public boolean traverseDependency(Dependency dependency) {
                return true;
            }

            @Override
            public DependencyTraverser deriveChildTraverser(DependencyCollectionContext context) {
                return below;
            }
        };
        AskedFor traverser = new AskedFor(above, noted);

        assertThat(traverser.traverseDependency(dependency("g:a:1"))).isTrue();
        DependencyTraverser child = traverser.deriveChildTraverser(null);
        assertThat(child.traverseDependency(dependency("g:b:1"))).isFalse();
        assertThat(child).isEqualTo(new AskedFor(below, noted)).isNotEqualTo(traverser);
        assertThat(noted).hasSize(2);
    }
}
