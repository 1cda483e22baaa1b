package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.maven.session.Sessions;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.CollectResult;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphUsesTest {

    @TempDir
    Path folder;

    /** A workspace that has everything with a path, as Tycho's has its bundles. */
    private static final class Workspace implements WorkspaceReader {

        @Override
        public WorkspaceRepository getRepository() {
            return new WorkspaceRepository("tycho");
        }

        @Override
        public File findArtifact(Artifact artifact) {
            String path = artifact.getProperty(ArtifactProperties.LOCAL_PATH, null);
            return path == null ? null : new File(path);
        }

        @Override
        public List<String> findVersions(Artifact artifact) {
            return List.of();
        }
    }

    private static DependencyNode bundle(String artifactId, Path file) {
        Artifact artifact = new DefaultArtifact("p2.eclipse.plugin", artifactId, "jar", "1.0.0")
                .setProperties(Map.of(ArtifactProperties.LOCAL_PATH, file.toString()));
        return new DefaultDependencyNode(new Dependency(artifact, "system"));
    }

    @Test
    void locksWhatTychoKeepsInTheLocalRepositoryAndNoModule() {
        Path repository = folder.resolve("repository");
        Path checkout = folder.resolve("checkout");
        String path = "p2/osgi/bundle/b/1.0.0/b-1.0.0.jar";
        Sessions.write(repository.resolve(path), "bundle");
        Sessions.write(checkout.resolve("own/target/own-1.0.0.jar"), "module");
        CollectRequest request = new CollectRequest();
        CollectResult result = new CollectResult(request);
        DefaultDependencyNode root = new DefaultDependencyNode((Dependency) null);
        root.setChildren(new ArrayList<>(List.of(
                bundle("b", repository.resolve(path)), bundle("own", checkout.resolve("own/target/own-1.0.0.jar")))));
        result.setRoot(root);
        RepositorySystem system = (RepositorySystem) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, arguments) -> result);
        DefaultRepositorySystemSession aether = new DefaultRepositorySystemSession();
        aether.setWorkspaceReader(new Workspace());
        MavenSession session = Sessions.of(repository);
        session.setProjects(List.of());
        session.setAllProjects(List.of());
        RawPoms poms = new RawPoms();
        ArtifactUses uses = new ArtifactUses(
                new FoundFiles(new LocalRepositories(List.of(repository), List.of())),
                new OwnModules(session, checkout, poms));
        DependencyGraphs graphs =
                new DependencyGraphs(system, aether, true, new Workspace(), new DefaultRepositoryCache());

        new GraphUses(system, graphs, poms, checkout, Reach.DISK)
                .add(request, "org.example:app:1", UsagePath.of("org.example:app:1"), uses, Certainty.USED, Set.of());

        assertThat(uses.toInventory().artifacts()).containsOnlyKeys(path);
        assertThat(uses.toInventory().unresolved()).isEmpty();
    }
}
