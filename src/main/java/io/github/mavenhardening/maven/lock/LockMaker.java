package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.ForeignRepository;
import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.dependency.LockedBuild.Present;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.maven.inventory.PluginVersions;
import io.github.mavenhardening.maven.inventory.Reach;
import io.github.mavenhardening.maven.inventory.Replay;
import io.github.mavenhardening.maven.session.BuildEnvironment;
import io.github.mavenhardening.maven.verify.LockedFiles;
import io.github.mavenhardening.maven.verify.SessionRepositories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.version.PluginVersionResolver;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.RemoteRepository;

/** Enumerates a whole reactor, completing what is missing on the disk, and compares it with a lock. */
public final class LockMaker {

    /** Why a file is not locked that is here, and used. */
    private static final String IN_PLACE_OF_A_MODULE =
            "it was downloaded under the name of a module of this repository, and is none: delete it, and run 'mvn install'"
                    + " at the repository's root first, or build the module along";

    /** The same where Maven did not note what it downloaded, as with {@code -llr}. */
    private static final String UNNOTED_MODULE =
            "it has the name of a module of this repository, and the local repository does not note whether 'mvn install' put it"
                    + " there or Maven downloaded it: build the module along, or run 'mvn install' at the repository's root"
                    + " first, without -llr";

    private final RepositorySystem system;
    private final MavenSession session;
    private final LockedFiles lockedFiles;
    private final Hashing hashing = new Hashing();
    private final Replay replay;
    private final PluginVersions versions;
    private final SortedSet<String> downloaded = new TreeSet<>();

    /**
     * A maker of locks.
     *
     * @param resolver that of plugins' versions
     * @param root the root of the checked repository
     */
    public LockMaker(RepositorySystem system, PluginVersionResolver resolver, MavenSession session, Path root) {
        LocalRepositories repositories = SessionRepositories.of(session);
        this.system = system;
        this.session = session;
        this.lockedFiles = new LockedFiles(root, repositories, hashing);
        this.replay = new Replay(system, session, root, repositories, Reach.DOWNLOAD);
        this.versions = new PluginVersions(resolver, session);
    }

    /** Everything that the modules of this build use, whatever phase asks for it. */
    public Inventory inventory(Plugin caller) {
        List<UsedArtifact> used = new ArrayList<>();
        List<Unresolved> unresolved = new ArrayList<>();
        // First, as what is resolved here is downloaded as well.
        try {
            downloaded.addAll(replay.downloaded().artifacts().keySet());
        } catch (IOException e) {
            unresolved.add(new Unresolved(
                    "what was downloaded while the build ran",
                    "the local repository cannot be read: " + e.getMessage(),
                    List.of(),
                    Certainty.USED));
        }
        for (MavenProject project : session.getProjects()) {
            unresolved.addAll(versions.complete(project));
            Inventory ofProject = replay.of(project, Optional.of(caller));
            for (UsedArtifact artifact : ofProject.artifacts().values()) {
                if (artifact.usedBy().contains(UsedArtifact.IN_PLACE_OF_A_MODULE)) {
                    boolean isDownload =
                            LocalRepositories.originOf(artifact.file()).isPresent();
                    unresolved.add(new Unresolved(
                            artifact.path(),
                            isDownload ? IN_PLACE_OF_A_MODULE : UNNOTED_MODULE,
                            artifact.usedBy(),
                            artifact.certainty()));
                } else {
                    used.add(artifact);
                }
            }
            unresolved.addAll(ofProject.unresolved());
        }
        return Inventory.of(used, unresolved);
    }

    /**
     * The paths of what was downloaded while this build ran, sorted: by Maven, or by a process beside it (a test, a second Maven),
     * to which nobody listens. It is not locked for that: of a local repository that several builds fill at once it is what any
     * of them downloaded.
     */
    SortedSet<String> downloaded() {
        return Collections.unmodifiableSortedSet(downloaded);
    }

    /** The inventory with what other systems use in place of this one's files. */
    Inventory withPlatforms(Inventory inventory, List<String> platforms) throws LockException {
        return new OtherPlatforms(system, session.getRepositorySession(), new Remotes(session).all())
                .add(inventory, BuildEnvironment.platform(session), platforms);
    }

    /** The addresses of the repositories that files came from, as far as this build and the POMs that it read name them. */
    SortedMap<String, SortedMap<String, String>> addresses() {
        List<RemoteRepository> all = new ArrayList<>();
        for (ForeignRepository foreign : replay.foreignRepositories()) {
            if (!foreign.id().isEmpty()
                    && !foreign.url().isEmpty()
                    && !foreign.url().contains("${")) {
                all.add(new RemoteRepository.Builder(foreign.id(), "default", foreign.url()).build());
            }
        }
        SortedMap<String, SortedMap<String, String>> addresses = new Remotes(all).addresses();
        addresses.putAll(new Remotes(session).addresses());
        return addresses;
    }

    /** Where the files of a lock lie, by path, as far as they are on this disk. */
    public Map<String, Path> filesOf(Lock lock, Inventory inventory) {
        Map<String, Path> files = new TreeMap<>();
        lockedFiles.of(lock).forEach((path, file) -> files.put(path, file.file()));
        inventory.artifacts().forEach((path, use) -> files.put(path, use.file()));
        return files;
    }

    /** What the lock lacks, and what differs from it. */
    public LockUpdate compare(Lock lock, Inventory inventory, List<String> consent) {
        Map<String, HashResult> hashes = new TreeMap<>();
        hashing.hashAll(
                inventory.artifacts().values().stream().map(UsedArtifact::file).toList());
        inventory.artifacts().forEach((path, use) -> hashes.put(path, hashing.hash(use.file())));
        Map<String, Present> present = lockedFiles.of(lock);
        present.forEach((path, file) -> hashes.putIfAbsent(path, file.hash()));
        Inventory leftOut = replay.leftOut(session.getProjects(), lock.entries().keySet(), inventory);
        return LockUpdate.of(lock, inventory, hashes, consent)
                .sparing(leftOut.artifacts().keySet());
    }
}
