package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.CollectResult;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.VersionRequest;
import org.eclipse.aether.resolution.VersionResolutionException;
import org.eclipse.aether.resolution.VersionResult;
import org.junit.jupiter.api.Test;

class DependencyGraphsTest {

    private static final Artifact BUNDLE = new DefaultArtifact("org.example:bundle:jar:1");
    private static final Artifact LIBRARY = new DefaultArtifact("org.example:library:jar:2");

    /** What is said of a graph in which the POMs of those cannot be read. */
    private static Optional<String> gap(boolean offline, List<Artifact> asked, Artifact... unread) {
        CollectRequest request = new CollectRequest();
        asked.forEach(artifact -> request.addDependency(new Dependency(artifact, "runtime")));
        CollectResult result = new CollectResult(request);
        for (Artifact artifact : unread) {
            ArtifactDescriptorResult read = new ArtifactDescriptorResult(new ArtifactDescriptorRequest());
            result.addException(new ArtifactDescriptorException(read.setArtifact(artifact)));
        }
        RepositorySystem system = (RepositorySystem) Proxy.newProxyInstance(
                DependencyGraphsTest.class.getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, arguments) -> {
                    throw new DependencyCollectionException(result);
                });
        DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
        DependencyGraphs graphs = new DependencyGraphs(system, session, offline, null, new DefaultRepositoryCache());
        DependencyGraphs.Graph graph = graphs.collect(request, UsagePath.NONE);
        assertThat(graph.winners()).as("what was asked for is used in any case").hasSize(asked.size());
        return graph.gap();
    }

    @Test
    void tellsWhatHasNoWholePomFromWhatBringsSuch() {
        assertThat(gap(false, List.of(BUNDLE), BUNDLE))
                .contains("its POM, or one that it builds on, cannot be resolved");
        assertThat(gap(false, List.of(BUNDLE), LIBRARY))
                .contains("its dependencies cannot be collected: the POM of org.example:library:2, or one that it"
                        + " builds on, cannot be resolved");
        // The other one's dependencies may be on the disk.
        assertThat(gap(false, List.of(BUNDLE, LIBRARY), BUNDLE))
                .contains("its dependencies cannot be collected: the POM of org.example:bundle:1, or one that it"
                        + " builds on, cannot be resolved");
    }

    @Test
    void leavesWhatIsMissingToTheInventory() {
        DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
        session.setRepositoryListener(new AbstractRepositoryListener() {});
        for (boolean offline : new boolean[] {true, false}) {
            DependencyGraphs graphs = new DependencyGraphs(null, session, offline, null, new DefaultRepositoryCache());

            // Silent: Maven's listener would warn of guesses that name nothing.
            assertThat(graphs.session().getRepositoryListener()).isNull();
        }
        assertThat(session.getRepositoryListener()).as("that of the build").isNotNull();
    }

    @Test
    void namesTheVersionThatANameStandsFor() {
        assertThat(winners("LATEST")).containsExactly("org.example:bundle:jar:1", "org.example:open:jar:3.0");
        assertThat(winners("RELEASE")).contains("org.example:open:jar:3.0");
        assertThat(winners("2.0")).contains("org.example:open:jar:2.0");
        // No list of versions is here.
        assertThat(winners("LATEST", "org.example:unlisted")).contains("org.example:unlisted:jar:LATEST");
    }

    private static List<String> winners(String version) {
        return winners(version, "org.example:open");
    }

    /** The graph of an artifact that depends on that version of another. */
    private static List<String> winners(String version, String key) {
        DefaultDependencyNode root = new DefaultDependencyNode(new Dependency(BUNDLE, "runtime"));
        Artifact open = new DefaultArtifact(key + ":jar:" + version);
        root.setChildren(List.of(new DefaultDependencyNode(new Dependency(open, "runtime"))));
        RepositorySystem system = (RepositorySystem) Proxy.newProxyInstance(
                DependencyGraphsTest.class.getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("resolveVersion")) {
                        VersionRequest asked = (VersionRequest) arguments[1];
                        VersionResult result = new VersionResult(asked);
                        if (asked.getArtifact().getArtifactId().equals("unlisted")) {
                            throw new VersionResolutionException(result);
                        }
                        return result.setVersion("3.0");
                    }
                    RepositorySystemSession session = (RepositorySystemSession) arguments[0];
                    session.getDependencyGraphTransformer().transformGraph(root, null);
                    return new CollectResult((CollectRequest) arguments[1]).setRoot(root);
                });
        DependencyGraphs graphs = new DependencyGraphs(
                system, new DefaultRepositorySystemSession(), true, null, new DefaultRepositoryCache());
        return graphs.collect(new CollectRequest(), UsagePath.NONE).winners().stream()
                .map(visit -> visit.artifact().toString())
                .toList();
    }

    @Test
    void saysWhereItLooked() {
        assertThat(gap(false, List.of(BUNDLE))).contains("its dependencies cannot be collected");
        assertThat(gap(true, List.of(BUNDLE)))
                .contains("its dependencies cannot be collected from the local repository");
    }

    @Test
    void knowsWhatAPomDeclaresInAllScopes() {
        ArtifactDescriptorResult read = new ArtifactDescriptorResult(new ArtifactDescriptorRequest());
        read.addDependency(new Dependency(LIBRARY, "provided"));
        RepositorySystem system = (RepositorySystem) Proxy.newProxyInstance(
                DependencyGraphsTest.class.getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, arguments) -> {
                    if (((ArtifactDescriptorRequest) arguments[1]).getArtifact().equals(BUNDLE)) {
                        return read;
                    }
                    throw new ArtifactDescriptorException(read);
                });
        DependencyGraphs graphs = new DependencyGraphs(
                system, new DefaultRepositorySystemSession(), true, null, new DefaultRepositoryCache());

        assertThat(graphs.withDeclared(BUNDLE, List.of())).containsExactly(BUNDLE, LIBRARY);
        assertThat(graphs.withDeclared(LIBRARY, List.of())).containsExactly(LIBRARY);
    }
}
