package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.LockPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/** Turns collected graphs into uses: the POM of every node, the POMs behind it, the files of the winners. */
final class GraphUses {

    private static final String OUTSIDE = "it is a module of this repository that is not part of this build, and no"
            + " repository is asked for it: run 'mvn install' at the repository's root first, or build it along";

    private final RepositorySystem system;
    private final DependencyGraphs graphs;
    private final RawPoms poms;
    private final Path root;
    private final Reach reach;

    GraphUses(RepositorySystem system, DependencyGraphs graphs, RawPoms poms, Path root, Reach reach) {
        this.system = system;
        this.graphs = graphs;
        this.poms = poms;
        this.root = root;
        this.reach = reach;
    }

    DependencyGraphs graphs() {
        return graphs;
    }

    Reach reach() {
        return reach;
    }

    /**
     * Adds the uses of one graph.
     *
     * @param subject what is collected, for the case that it cannot be
     * @param certainty of a winner's file
     * @param doubtful the groups whose files are only possible, however certain the others are
     * @return the winners, as far as the graph could be collected
     */
    List<Artifact> add(
            CollectRequest request,
            String subject,
            UsagePath reason,
            ArtifactUses uses,
            Certainty certainty,
            Set<String> doubtful) {
        List<Artifact> winners =
                add(graphs.collect(request, reason), request, subject, reason, uses, certainty, doubtful);
        if (reach == Reach.DOWNLOAD) {
            // A lock is one of all Mavens, as far as the running one can tell.
            for (DependencyGraphs.Graph graph : graphs.collectAsOthers(request, reason)) {
                add(graph, request, subject, reason, uses, Certainty.ELSEWHERE, Set.of());
            }
        }
        return winners;
    }

    private List<Artifact> add(
            DependencyGraphs.Graph graph,
            CollectRequest request,
            String subject,
            UsagePath reason,
            ArtifactUses uses,
            Certainty certainty,
            Set<String> doubtful) {
        if (graph.gap().isPresent()) {
            uses.unresolved(subject, graph.gap().get(), reason, certainty);
        }
        PomHierarchy lineage = new PomHierarchy(poms, uses);
        for (DependencyGraphs.Visit visit : graph.described()) {
            Artifact artifact = visit.artifact();
            if (!inWorkspace(artifact) && systemPath(artifact).isEmpty() && !isLeftOut(visit, uses)) {
                lineage.follow(visit.coordinates().pom(), visit.reason(), certaintyOf(artifact, certainty, doubtful));
            }
        }
        List<Artifact> winners = new ArrayList<>();
        List<DependencyGraphs.Visit> files = new ArrayList<>();
        for (DependencyGraphs.Visit visit : graph.winners()) {
            winners.add(visit.artifact());
            if (isLeftOut(visit, uses)) {
                if (!isBuilt(visit.coordinates(), uses)) {
                    uses.unresolved(
                            visit.coordinates().toString(),
                            OUTSIDE,
                            visit.reason(),
                            certainty == Certainty.ELSEWHERE ? certainty : Certainty.USED);
                }
            } else if (!inWorkspace(visit.artifact())
                    || inLocalRepository(visit.artifact(), uses).isPresent()) {
                files.add(visit);
            }
        }
        if (reach == Reach.DOWNLOAD) {
            download(files, request.getRepositories(), uses, certainty, doubtful);
        }
        for (DependencyGraphs.Visit visit : files) {
            addFile(visit, uses, certaintyOf(visit.artifact(), certainty, doubtful));
        }
        return winners;
    }

    /** Whether a lock that is made leaves it out: what a repository has under the name of a module is not the module. */
    private boolean isLeftOut(DependencyGraphs.Visit visit, ArtifactUses uses) {
        return reach == Reach.DOWNLOAD
                && systemPath(visit.artifact()).isEmpty()
                && uses.own().isNeverAskedFor(visit.coordinates());
    }

    private static boolean isBuilt(Coordinates coordinates, ArtifactUses uses) {
        Optional<Path> file = uses.localFiles().find(coordinates.layoutPath());
        return file.isPresent()
                ? uses.own().contains(coordinates, file.get())
                : uses.own().inReactor(coordinates.gav());
    }

    private static Certainty certaintyOf(Artifact artifact, Certainty certainty, Set<String> doubtful) {
        return doubtful.contains(artifact.getGroupId()) ? Certainty.POSSIBLE : certainty;
    }

    private void addFile(DependencyGraphs.Visit visit, ArtifactUses uses, Certainty certainty) {
        Optional<Path> systemFile = systemPath(visit.artifact());
        if (systemFile.isPresent()) {
            Optional<Coordinates> stored = inLocalRepository(visit.artifact(), uses);
            if (stored.isPresent()) {
                uses.add(stored.get(), visit.reason(), certainty);
            } else {
                addSystem(visit, systemFile.get(), uses);
            }
        } else {
            uses.add(visit.coordinates(), visit.reason(), certainty);
        }
    }

    /** A system-scoped file of the checkout is locked by its place there; one of the machine (a JDK's) cannot be. */
    private void addSystem(DependencyGraphs.Visit visit, Path file, ArtifactUses uses) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = root.toAbsolutePath().normalize();
        if (!absolute.startsWith(base)) {
            uses.unresolved(
                    visit.coordinates().toString(),
                    "it has system scope and is outside the repository, where no lock covers it",
                    visit.reason(),
                    Certainty.POSSIBLE);
        } else if (Files.isRegularFile(absolute)) {
            String path = LockPath.PROJECT_PREFIX
                    + base.relativize(absolute).toString().replace('\\', '/');
            uses.add(new UsedArtifact(
                    path, Optional.of(visit.coordinates()), visit.reason().path(), absolute, Certainty.USED));
        }
    }

    private void download(
            List<DependencyGraphs.Visit> files,
            List<RemoteRepository> repositories,
            ArtifactUses uses,
            Certainty certainty,
            Set<String> doubtful) {
        List<ArtifactRequest> requests = new ArrayList<>();
        for (DependencyGraphs.Visit visit : files) {
            // What is only possible, too: whether it is locked must not depend on whether it happens to lie on this
            // disk.
            boolean wanted = systemPath(visit.artifact()).isEmpty()
                    && uses.localFiles().find(visit.coordinates().layoutPath()).isEmpty();
            if (wanted) {
                requests.add(new ArtifactRequest(visit.artifact(), repositories, null));
            }
        }
        if (requests.isEmpty()) {
            return;
        }
        try {
            system.resolveArtifacts(graphs.session(), requests);
        } catch (ArtifactResolutionException e) {
            for (ArtifactResult result : e.getResults()) {
                if (!result.isResolved()) {
                    Artifact asked = result.getRequest().getArtifact();
                    Coordinates missing = DependencyGraphs.coordinatesOf(asked);
                    uses.unresolved(
                            missing.toString(),
                            DownloadProblem.reason(result),
                            UsagePath.of(missing.gav()),
                            certaintyOf(asked, certainty, doubtful));
                }
            }
        }
    }

    /** Modules of the reactor come from the workspace, whatever the local repository holds. */
    private boolean inWorkspace(Artifact artifact) {
        WorkspaceReader workspace = graphs.session().getWorkspaceReader();
        return workspace != null && workspace.findArtifact(artifact) != null;
    }

    /**
     * As what the local repository has a file of system scope. Tycho declares so what it took from a p2 repository and keeps there; its
     * workspace finds that as it finds modules.
     */
    private static Optional<Coordinates> inLocalRepository(Artifact artifact, ArtifactUses uses) {
        return systemPath(artifact).flatMap(uses.localFiles()::pathOf).flatMap(Coordinates::ofLayoutPath);
    }

    private static Optional<Path> systemPath(Artifact artifact) {
        String path = artifact.getProperty(ArtifactProperties.LOCAL_PATH, null);
        return path == null ? Optional.empty() : Optional.of(Path.of(path));
    }
}
