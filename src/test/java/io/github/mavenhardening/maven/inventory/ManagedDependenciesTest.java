package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.DependencyCollectionContext;
import org.eclipse.aether.collection.DependencyManagement;
import org.eclipse.aether.collection.DependencyManager;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.junit.jupiter.api.Test;

class ManagedDependenciesTest {

    private static final Dependency ROOT_SAYS = new Dependency(new DefaultArtifact("g:a:2"), "runtime");
    private static final Dependency A_SAYS = new Dependency(new DefaultArtifact("g:b:2"), "test");
    private static final Dependency A_CONTRADICTS = new Dependency(new DefaultArtifact("g:a:3"), "compile");

    private static DependencyManager below(DependencyManager manager, Dependency... managed) {
        return manager.deriveChildManager(new DependencyCollectionContext() {
            @Override
            public RepositorySystemSession getSession() {
                return null;
            }

            @Override
            public Artifact getArtifact() {
                return null;
            }

            @Override
            public Dependency getDependency() {
                return null;
            }

            @Override
            public List<Dependency> getManagedDependencies() {
                return List.of(managed);
            }
        });
    }

    private static DependencyManagement managed(DependencyManager manager, String artifactId) {
        return manager.manageDependency(new Dependency(new DefaultArtifact("g:" + artifactId + ":1"), "compile"));
    }

    private static String version(DependencyManager manager, String artifactId) {
        DependencyManagement management = managed(manager, artifactId);
        return management == null ? null : management.getVersion();
    }

    @Test
    void leavesDirectDependenciesToTheModel() {
        for (boolean transitive : new boolean[] {false, true}) {
            DependencyManager direct = below(ManagedDependencies.of(transitive), ROOT_SAYS);

            assertThat(version(direct, "a")).isNull();
            assertThat(version(below(direct), "a")).isEqualTo("2");
            assertThat(managed(below(direct), "a").getScope()).isEqualTo("runtime");
            assertThat(version(below(below(direct)), "a")).isEqualTo("2");
        }
    }

    @Test
    void heedsTheRootAloneAsMaven3() {
        DependencyManager direct = below(ManagedDependencies.of(false), ROOT_SAYS);
        DependencyManager deep = below(below(below(direct, A_SAYS, A_CONTRADICTS), A_SAYS), A_SAYS);

        assertThat(version(deep, "b")).isNull();
        assertThat(version(deep, "a")).isEqualTo("2");
    }

    @Test
    void heedsWhatLiesOnTheWayAsMaven4ButNeverAScopeOfIt() {
        DependencyManager direct = below(ManagedDependencies.of(true), ROOT_SAYS);
        DependencyManager ofA = below(direct, A_SAYS, A_CONTRADICTS);

        assertThat(version(ofA, "b")).as("its effective model has that").isNull();
        assertThat(version(below(ofA), "b")).isEqualTo("2");
        assertThat(managed(below(ofA), "b").getScope()).isNull();
        assertThat(version(below(ofA), "a")).as("the root is nearer").isEqualTo("2");
    }

    @Test
    void addsExclusionsToThoseThatAreThere() {
        Exclusion declared = new Exclusion("g", "x", "*", "*");
        Exclusion other = new Exclusion("g", "y", "*", "*");
        DependencyManager direct = below(ManagedDependencies.of(true), ROOT_SAYS.setExclusions(Set.of(other)), A_SAYS);

        DependencyManagement management = direct.manageDependency(
                new Dependency(new DefaultArtifact("g:a:1"), "compile", false, Set.of(declared)));

        assertThat(management.getExclusions()).containsExactlyInAnyOrder(declared, other);
    }

    @Test
    void equalsWhatManagesAlike() {
        DependencyManager direct = below(ManagedDependencies.of(true), ROOT_SAYS);

        assertThat(below(direct, A_SAYS))
                .isEqualTo(below(direct, A_SAYS))
                .hasSameHashCodeAs(below(direct, A_SAYS))
                .isNotEqualTo(below(direct));
        assertThat(below(ManagedDependencies.of(false), ROOT_SAYS)).isNotEqualTo(direct);
    }
}
