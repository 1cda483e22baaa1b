package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.pom.PomLicences.Licence;
import io.github.mavenhardening.core.sbom.ResolvedDependency;
import io.github.mavenhardening.core.sbom.ResolvedModule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.maven.model.License;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/**
 * What a project depends on: the artifacts that are left after conflicts were settled, and of what each of them depends on, the
 * version that was taken.
 */
final class ResolvedGraph {

    /** The edges before conflicts were settled, by artifact. */
    private final Map<Coordinates, Set<String>> edges = new HashMap<>();

    private final List<Dependency> direct = new ArrayList<>();

    /** What is left, by what tells artifacts of one conflict from others. */
    private final Map<String, Dependency> winners = new LinkedHashMap<>();

    private ResolvedGraph() {}

    /** Collects what was asked for, as far as it can be. */
    static ResolvedGraph of(CollectRequest request, DependencyGraphs graphs) {
        ResolvedGraph graph = new ResolvedGraph();
        graphs.root(request, graph::addEdges).ifPresent(graph::addWinners);
        for (Dependency dependency : request.getDependencies()) {
            graph.addDirect(dependency);
        }
        return graph;
    }

    /** Takes the edges of a graph whose conflicts are not settled. */
    private void addEdges(DependencyNode root) {
        // Such a graph has far more paths than nodes; nodes that are alike share one list of children.
        Set<Object> expanded = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<DependencyNode> queue = new ArrayDeque<>(List.of(root));
        while (!queue.isEmpty()) {
            DependencyNode node = queue.removeFirst();
            if (expanded.add(node.getChildren())) {
                queue.addAll(node.getChildren());
                if (node.getArtifact() != null) {
                    addTargets(DependencyGraphs.coordinatesOf(node.getArtifact()), node.getChildren());
                }
            }
        }
    }

    private void addTargets(Coordinates from, List<DependencyNode> children) {
        Set<String> targets = edges.computeIfAbsent(from, any -> new LinkedHashSet<>());
        for (DependencyNode child : children) {
            targets.add(ManagedDependencies.keyOf(child.getArtifact()));
        }
    }

    /** Takes the artifacts of a graph whose conflicts are settled. */
    private void addWinners(DependencyNode root) {
        Deque<DependencyNode> queue = new ArrayDeque<>(List.of(root));
        while (!queue.isEmpty()) {
            DependencyNode node = queue.removeFirst();
            boolean expand = true;
            if (node.getDependency() != null) {
                expand = winners.putIfAbsent(ManagedDependencies.keyOf(node.getArtifact()), node.getDependency())
                        == null;
            }
            if (expand) {
                queue.addAll(node.getChildren());
            }
        }
    }

    /** Takes what the project declares itself, also where it could not be collected. */
    private void addDirect(Dependency dependency) {
        direct.add(dependency);
        winners.putIfAbsent(ManagedDependencies.keyOf(dependency.getArtifact()), dependency);
    }

    /**
     * The project with it, for the bill of materials.
     *
     * @param own which coordinates are those of modules of the checked repository
     */
    ResolvedModule module(MavenProject project, Predicate<Coordinates> own) {
        List<ResolvedDependency> dependencies = new ArrayList<>();
        for (Dependency winner : winners.values()) {
            Coordinates coordinates = DependencyGraphs.coordinatesOf(winner.getArtifact());
            dependencies.add(new ResolvedDependency(
                    coordinates,
                    winner.getScope(),
                    winner.isOptional(),
                    own.test(coordinates),
                    taken(edges.getOrDefault(coordinates, Set.of()))));
        }
        List<String> declared = new ArrayList<>();
        for (Dependency dependency : direct) {
            declared.add(ManagedDependencies.keyOf(dependency.getArtifact()));
        }
        Coordinates main = new Coordinates(
                project.getGroupId(),
                project.getArtifactId(),
                project.getVersion(),
                project.getVersion(),
                "",
                project.getArtifact().getArtifactHandler().getExtension());
        return new ResolvedModule(main, licences(project), taken(declared), dependencies);
    }

    private List<Coordinates> taken(Collection<String> keys) {
        List<Coordinates> taken = new ArrayList<>();
        for (String key : keys) {
            Dependency winner = winners.get(key);
            if (winner != null) {
                taken.add(DependencyGraphs.coordinatesOf(winner.getArtifact()));
            }
        }
        return taken;
    }

    private static List<Licence> licences(MavenProject project) {
        List<Licence> licences = new ArrayList<>();
        for (License each : project.getLicenses()) {
            Licence licence = new Licence(given(each.getName()), given(each.getUrl()));
            if (!licence.text().isEmpty()) {
                licences.add(licence);
            }
        }
        return licences;
    }

    private static Optional<String> given(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
