package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.sbom.ResolvedDependency;
import io.github.mavenhardening.core.sbom.ResolvedModule;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.License;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.CollectResult;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.junit.jupiter.api.Test;

class ResolvedGraphTest {

    private final CollectRequest request = new CollectRequest();

    private static Dependency dependency(String artifact, String scope) {
        return new Dependency(new DefaultArtifact(artifact), scope);
    }

    private static DefaultDependencyNode node(String artifact, String scope, DependencyNode... children) {
        DefaultDependencyNode node = new DefaultDependencyNode(dependency(artifact, scope));
        node.setChildren(new ArrayList<>(List.of(children)));
        return node;
    }

    private static DependencyNode root(DependencyNode... children) {
        DefaultDependencyNode root = new DefaultDependencyNode((Dependency) null);
        root.setChildren(new ArrayList<>(List.of(children)));
        return root;
    }

    /** What comes of a graph that is settled to that one. */
    private ResolvedModule resolve(DependencyNode unsettled, DependencyNode settled, boolean complete) {
        DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
        session.setDependencyGraphTransformer((node, context) -> settled);
        RepositorySystem system = (RepositorySystem) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RepositorySystem.class}, (proxy, method, arguments) -> {
                    RepositorySystemSession observed = (RepositorySystemSession) arguments[0];
                    CollectResult result = new CollectResult(request);
                    result.setRoot(observed.getDependencyGraphTransformer().transformGraph(unsettled, null));
                    if (!complete) {
                        throw new DependencyCollectionException(result);
                    }
                    return result;
                });
        DependencyGraphs graphs = new DependencyGraphs(system, session, true, null, new DefaultRepositoryCache());
        MavenProject project = new MavenProject();
        project.setGroupId("g");
        project.setArtifactId("app");
        project.setVersion("1");
        DefaultArtifactHandler handler = new DefaultArtifactHandler("maven-plugin");
        handler.setExtension("jar");
        project.setArtifact(
                new org.apache.maven.artifact.DefaultArtifact("g", "app", "1", null, "maven-plugin", null, handler));
        License licence = new License();
        licence.setName(" MIT ");
        project.addLicense(licence);
        project.addLicense(new License());
        return ResolvedGraph.of(request, graphs)
                .module(project, coordinates -> coordinates.artifactId().equals("own"));
    }

    private static Map<String, List<String>> edges(ResolvedModule module) {
        Map<String, List<String>> edges = new TreeMap<>();
        for (ResolvedDependency dependency : module.dependencies()) {
            edges.put(name(dependency.coordinates()), names(dependency.dependsOn()));
        }
        return edges;
    }

    private static List<String> names(List<Coordinates> coordinates) {
        return coordinates.stream().map(ResolvedGraphTest::name).toList();
    }

    private static String name(Coordinates coordinates) {
        return coordinates.artifactId() + ":" + coordinates.version();
    }

    @Test
    void keepsTheEdgesThatConflictsCost() {
        request.addDependency(dependency("g:a:1", "compile"));
        request.addDependency(dependency("g:b:1", "compile"));
        ResolvedModule module = resolve(
                root(
                        node("g:a:1", "compile", node("g:c:1", "compile", node("g:d:1", "compile"))),
                        node("g:b:1", "compile", node("g:c:2", "compile", node("g:e:1", "compile")))),
                root(
                        node("g:a:1", "compile", node("g:c:1", "compile", node("g:d:1", "compile"))),
                        node("g:b:1", "compile")),
                true);

        assertThat(edges(module))
                .isEqualTo(
                        Map.of("a:1", List.of("c:1"), "b:1", List.of("c:1"), "c:1", List.of("d:1"), "d:1", List.of()));
        assertThat(names(module.direct())).containsExactly("a:1", "b:1");
    }

    @Test
    void takesAVersionThatAnotherPlaceManages() {
        request.addDependency(dependency("g:a:1", "compile"));
        ResolvedModule module = resolve(
                root(node("g:a:1", "compile", node("g:c:1", "runtime")), node("g:b:1", "test", node("g:c:2", "test"))),
                root(node("g:a:1", "compile"), node("g:b:1", "test", node("g:c:2", "runtime"))),
                true);

        assertThat(edges(module)).containsEntry("a:1", List.of("c:2")).containsEntry("b:1", List.of("c:2"));
        assertThat(module.dependencies())
                .extracting(ResolvedDependency::scope)
                .containsExactly("compile", "test", "runtime");
    }

    @Test
    void endsOnACycle() {
        DefaultDependencyNode a = node("g:a:1", "compile");
        DefaultDependencyNode again = new DefaultDependencyNode(dependency("g:a:1", "compile"));
        again.setChildren(a.getChildren());
        a.getChildren().add(node("g:b:1", "compile", again));
        ResolvedModule module = resolve(root(a), root(node("g:a:1", "compile", node("g:b:1", "compile"))), true);

        assertThat(edges(module)).isEqualTo(Map.of("a:1", List.of("b:1"), "b:1", List.of("a:1")));
    }

    @Test
    void namesWhatIsDeclaredWhereItCannotBeCollected() {
        request.addDependency(dependency("g:a:1", "provided"));
        request.addDependency(dependency("g:own:1", "compile").setOptional(true));
        ResolvedModule module = resolve(root(), root(), false);

        assertThat(edges(module)).containsOnlyKeys("a:1", "own:1");
        assertThat(module.dependencies()).extracting(ResolvedDependency::own).containsExactly(false, true);
        assertThat(module.dependencies())
                .extracting(ResolvedDependency::optional)
                .containsExactly(false, true);
    }

    @Test
    void tellsClassifiersAndTypesApart() {
        ResolvedModule module = resolve(
                root(node("g:a:1", "compile", node("g:c:jar:x:1", "compile"), node("g:c:pom:1", "compile"))),
                root(node("g:a:1", "compile", node("g:c:jar:x:1", "compile"), node("g:c:pom:1", "compile"))),
                true);

        assertThat(module.dependencies()).hasSize(3);
        assertThat(module.dependencies().get(0).dependsOn())
                .extracting(Coordinates::toString)
                .containsExactly("g:c:jar:x:1", "g:c:pom:1");
    }

    @Test
    void isOfTheProjectWithTheLicencesThatSaySomething() {
        ResolvedModule module = resolve(root(), root(), true);

        assertThat(module.coordinates()).hasToString("g:app:jar:1");
        assertThat(module.licences()).hasSize(1);
        assertThat(module.licences().get(0).text()).isEqualTo("MIT");
    }
}
