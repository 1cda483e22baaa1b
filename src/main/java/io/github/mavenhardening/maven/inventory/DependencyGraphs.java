package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.lock.Coordinates;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryCache;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.collection.DependencyGraphTransformer;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.VersionRequest;
import org.eclipse.aether.resolution.VersionResolutionException;

/**
 * Collects graphs of dependencies and walks them twice: before Maven Resolver settles conflicts,
 * since the POMs of the losers were read as well, and after, since only the winners' files were used.
 */
final class DependencyGraphs {

    /**
     * A node that was met.
     *
     * @param artifact the node's artifact
     * @param reason the path to it, without itself
     */
    record Visit(Artifact artifact, UsagePath reason) {

        Coordinates coordinates() {
            return coordinatesOf(artifact);
        }
    }

    /**
     * A collected graph.
     *
     * @param described nodes whose POM was read
     * @param winners nodes that were left after conflicts were settled
     * @param gap why there may be more of both, a sentence fragment; empty for a whole graph
     */
    record Graph(List<Visit> described, List<Visit> winners, Optional<String> gap) {}

    /** How many of the POMs that stand in the way are named. */
    private static final int MAX_NAMED = 3;

    /** Names that stand for the version that a repository lists as such. */
    private static final Set<String> NAMES = Set.of("LATEST", "RELEASE");

    private final RepositorySystem system;
    private final RepositorySystemSession session;

    /**
     * Collects in a copy of the build's session.
     *
     * @param offline whether what the local repositories do not hold is to be left out; the replay
     *     of a build must never reach for the network, the lock goal may as Maven itself may
     * @param workspace what comes from the checkout in place of a repository; null where nothing does
     * @param cache a cache of our own: what cannot be found offline must not be remembered as
     *     missing by the rest of the build
     */
    DependencyGraphs(
            RepositorySystem system,
            RepositorySystemSession original,
            boolean offline,
            WorkspaceReader workspace,
            RepositoryCache cache) {
        DefaultRepositorySystemSession copy = new DefaultRepositorySystemSession(original);
        copy.setOffline(offline || original.isOffline());
        copy.setCache(cache);
        copy.setWorkspaceReader(workspace);
        copy.setConfigProperty(Reach.MARKER, true);
        // Maven's own would warn of POMs that this build never asked for; what is missing is said by the inventory.
        copy.setRepositoryListener(null);
        if (offline && original.getLocalRepositoryManager() != null) {
            copy.setLocalRepositoryManager(new FilesByPath(original.getLocalRepositoryManager()));
        }
        if (original.getArtifactTypeRegistry() != null) {
            copy.setArtifactTypeRegistry(new KnownTypes(original.getArtifactTypeRegistry()));
        }
        this.system = system;
        this.session = copy;
    }

    /** The session that requests run in. */
    RepositorySystemSession session() {
        return session;
    }

    /**
     * Collects a graph, as far as it can be. What was asked for is part of it in any case: Maven Resolver leaves out what has a
     * POM that it cannot resolve, or that builds on one.
     *
     * @param reason the path to the root, which is part of the paths to its dependencies
     */
    Graph collect(CollectRequest request, UsagePath reason) {
        return collect(session, request, reason);
    }

    /** What other Mavens than this one, or this one too, make of the same request. */
    List<Graph> collectAsOthers(CollectRequest request, UsagePath reason) {
        List<Graph> graphs = new ArrayList<>();
        for (Mediation mediation : Mediation.all(system)) {
            graphs.add(collect(mediation.in(session), request, reason));
        }
        return graphs;
    }

    private Graph collect(RepositorySystemSession mediated, CollectRequest request, UsagePath reason) {
        List<Visit> described = new ArrayList<>();
        Set<Artifact> asked = ConcurrentHashMap.newKeySet();
        DefaultRepositorySystemSession observed = new DefaultRepositorySystemSession(mediated);
        DependencyGraphTransformer transformer = mediated.getDependencyGraphTransformer();
        observed.setDependencyTraverser(new AskedFor(mediated.getDependencyTraverser(), asked));
        observed.setDependencyGraphTransformer((root, context) -> {
            choose(root);
            described.addAll(walk(root, reason, true));
            return transformer == null ? root : transformer.transformGraph(root, context);
        });
        try {
            DependencyNode root = system.collectDependencies(observed, request).getRoot();
            addMissing(asked, described, reason);
            return new Graph(described, walk(root, reason, false), Optional.empty());
        } catch (DependencyCollectionException e) {
            List<Visit> winners = asked(request, reason);
            described.addAll(winners);
            addMissing(asked, described, reason);
            DependencyNode root = e.getResult().getRoot();
            if (root != null) {
                winners.addAll(walk(root, reason, false));
            }
            return new Graph(described, winners, Optional.of(gap(e, request)));
        }
    }

    /**
     * The root of a graph, as far as it can be collected; empty where nothing can.
     *
     * @param unsettled takes it before conflicts are settled, when an artifact still has its edges to what another was there
     *     first with
     */
    Optional<DependencyNode> root(CollectRequest request, Consumer<DependencyNode> unsettled) {
        DefaultRepositorySystemSession observed = new DefaultRepositorySystemSession(session);
        DependencyGraphTransformer transformer = session.getDependencyGraphTransformer();
        observed.setDependencyGraphTransformer((root, context) -> {
            choose(root);
            unsettled.accept(root);
            return transformer == null ? root : transformer.transformGraph(root, context);
        });
        try {
            return Optional.of(system.collectDependencies(observed, request).getRoot());
        } catch (DependencyCollectionException e) {
            // Silent: what stands in the way is said by who collects the same for the inventory.
            return Optional.ofNullable(e.getResult().getRoot());
        }
    }

    /** Gives nodes with a name for a version the version that it stands for: Maven does so only when it wants their files. */
    private void choose(DependencyNode root) {
        Set<Object> expanded = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<DependencyNode> queue = new ArrayDeque<>(List.of(root));
        while (!queue.isEmpty()) {
            DependencyNode node = queue.removeFirst();
            if (node.getDependency() != null
                    && NAMES.contains(node.getArtifact().getVersion())) {
                node.setArtifact(chosen(node.getArtifact(), node.getRepositories()));
            }
            if (expanded.add(node.getChildren())) {
                queue.addAll(node.getChildren());
            }
        }
    }

    /** The artifact, with the version that a name in its place stands for; as it is where no repository says which that is. */
    Artifact chosen(Artifact artifact, List<RemoteRepository> repositories) {
        if (!NAMES.contains(artifact.getVersion())) {
            return artifact;
        }
        try {
            String version = system.resolveVersion(session, new VersionRequest(artifact, repositories, null))
                    .getVersion();
            return version == null || version.isEmpty() ? artifact : artifact.setVersion(version);
        } catch (VersionResolutionException e) {
            return artifact; // Silent: its file is not found by that name, and the inventory says so.
        }
    }

    /** The artifact and what its POM declares, in all scopes: alone where it has no POM that can be read. */
    List<Artifact> withDeclared(Artifact artifact, List<RemoteRepository> repositories) {
        List<Artifact> declared = new ArrayList<>(List.of(artifact));
        try {
            ArtifactDescriptorRequest request = new ArtifactDescriptorRequest(artifact, repositories, null);
            for (Dependency dependency :
                    system.readArtifactDescriptor(session, request).getDependencies()) {
                declared.add(dependency.getArtifact());
            }
        } catch (ArtifactDescriptorException e) {
            return declared; // Silent: who collects it says what stands in the way.
        }
        return declared;
    }

    private static void addMissing(Set<Artifact> asked, List<Visit> described, UsagePath reason) {
        Set<String> known = new HashSet<>();
        for (Visit visit : described) {
            known.add(visit.artifact().toString());
        }
        List<Artifact> missing = new ArrayList<>();
        for (Artifact artifact : asked) {
            if (known.add(artifact.toString())) {
                missing.add(artifact);
            }
        }
        missing.sort(Comparator.comparing(Artifact::toString));
        for (Artifact artifact : missing) {
            described.add(new Visit(artifact, reason));
        }
    }

    private List<Visit> asked(CollectRequest request, UsagePath reason) {
        List<Visit> asked = new ArrayList<>();
        if (request.getRoot() != null) {
            asked.add(new Visit(chosen(request.getRoot().getArtifact(), request.getRepositories()), reason));
        }
        for (Dependency dependency : request.getDependencies()) {
            asked.add(new Visit(chosen(dependency.getArtifact(), request.getRepositories()), reason));
        }
        return asked;
    }

    private String gap(DependencyCollectionException problem, CollectRequest request) {
        Set<String> poms = new TreeSet<>();
        for (Exception each : problem.getResult().getExceptions()) {
            if (each instanceof ArtifactDescriptorException descriptor
                    && descriptor.getResult() != null
                    && descriptor.getResult().getArtifact() != null) {
                poms.add(coordinatesOf(descriptor.getResult().getArtifact()).gav());
            }
        }
        String why = DownloadProblem.in(problem.getResult().getExceptions())
                .map(cause -> ": " + cause)
                .orElse("");
        String text =
                "its dependencies cannot be collected" + (session.isOffline() ? " from the local repository" : "");
        if (poms.isEmpty()) {
            return text + why;
        }
        boolean alone = request.getRoot() == null && request.getDependencies().size() == 1;
        if (alone
                && poms.equals(
                        Set.of(coordinatesOf(request.getDependencies().get(0).getArtifact())
                                .gav()))) {
            return Unresolved.UNDESCRIBED + why;
        }
        String named = String.join(", ", List.copyOf(poms).subList(0, Math.min(MAX_NAMED, poms.size())));
        String more = poms.size() > MAX_NAMED ? " and of " + (poms.size() - MAX_NAMED) + " more" : "";
        return text + ": the POM of " + named + more + ", or one that it builds on, cannot be resolved" + why;
    }

    /** Breadth first, so that the first reason found for something is a shortest one. */
    private static List<Visit> walk(DependencyNode root, UsagePath reason, boolean withRelocations) {
        record Step(DependencyNode node, UsagePath reason) {}
        List<Visit> visits = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        // An unsettled graph has far more paths than nodes; nodes that are alike share one list of children.
        Set<Object> expanded = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Step> queue = new ArrayDeque<>(List.of(new Step(root, reason)));
        while (!queue.isEmpty()) {
            Step step = queue.removeFirst();
            DependencyNode node = step.node();
            UsagePath below = step.reason();
            Artifact artifact = node.getArtifact();
            if (artifact != null) {
                if (seen.add(artifact.toString())) {
                    visits.add(new Visit(artifact, step.reason()));
                }
                if (withRelocations) {
                    for (Artifact relocated : node.getRelocations()) {
                        visits.add(new Visit(relocated, step.reason()));
                    }
                }
                below = below.then(coordinatesOf(artifact).gav());
            }
            if (expanded.add(node.getChildren())) {
                for (DependencyNode child : node.getChildren()) {
                    queue.addLast(new Step(child, below));
                }
            }
        }
        return visits;
    }

    static Coordinates coordinatesOf(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getVersion(),
                artifact.getBaseVersion(),
                artifact.getClassifier(),
                artifact.getExtension());
    }
}
