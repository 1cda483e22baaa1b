package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.LockedBuild.Present;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.maven.verify.LockedFiles;
import io.github.mavenhardening.maven.verify.SessionRepositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalArtifactRegistration;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Fills the local repository with what is locked, so that Maven builds from it without a network. A file takes its place there
 * only once its bytes are those that the lock has; nothing of it is read as a model or run before, and nothing after.
 */
public final class Fetch {

    private static final String OF_TYCHO =
            "is of a p2 repository, which Tycho alone can read: run 'mvn verify' once with a"
                    + " network, which compares it";

    private final RepositorySystem system;
    private final MavenSession session;
    private final Path root;
    private final Map<String, String> environment;
    private final Log log;
    private final Hashing hashing = new Hashing();

    /** What is not as the lock has it, or could not be had, by path. */
    private final SortedMap<String, String> refused = new TreeMap<>();

    /**
     * Of one repository.
     *
     * @param root the root of the checked repository
     * @param environment of the process, which may name mirrors and folders to the Maven wrapper
     */
    public Fetch(RepositorySystem system, MavenSession session, Path root, Map<String, String> environment, Log log) {
        this.system = system;
        this.session = session;
        this.root = root;
        this.environment = environment;
        this.log = log;
    }

    /**
     * Fetches what is not there.
     *
     * @throws LockException naming every locked file that is not there in the end, and why
     */
    public void run() throws LockException {
        LockFiles files = new LockFiles(root);
        Lock lock = files.demandLock();
        OriginRepositories origins = new OriginRepositories(system, session, files.metadata());
        SortedMap<String, Coordinates> wanted = absent(lock);
        int all = lock.entries().size();
        if (!wanted.isEmpty() && session.getRepositorySession().isOffline()) {
            throw LockException.refused("Maven is offline (-o), and " + wanted.size() + " of "
                    + Count.of(all, "locked files") + " are not in the local repository: run the goal once without -o");
        }
        int there = all - wanted.size() - refused.size();
        log.info(Count.of(all, "files") + " locked, " + there + " in place, " + wanted.size() + " to fetch");
        if (!wanted.isEmpty()) {
            int fetched = Progress.during("Fetching locked files", log, () -> fetch(lock, wanted, origins));
            log.info(fetched + " of " + Count.of(wanted.size(), "files") + " fetched, each with the locked bytes");
        }
        new WrapperFetch(system, session, root, origins, environment, refused, log).run();
        refuse("could not be had with the locked bytes");
        try {
            new VersionLists(session.getRepositorySession(), origins, log).write(lock);
        } catch (IOException e) {
            throw unwritable(e);
        }
        log.info("'mvn -o verify' builds from what is locked");
    }

    /**
     * What there is to download, for tools that download by themselves: address, SHA-256 and path in the repository layout,
     * separated by tabs, sorted by path. The addresses are those of the repositories themselves, whatever mirrors this machine
     * has. Files of the checkout are left out: they are there. What the Maven wrapper downloads is a part of it.
     *
     * @throws LockException naming the files whose address nobody noted: a list without them builds nothing
     */
    public List<String> list() throws LockException {
        LockFiles files = new LockFiles(root);
        Lock lock = files.demandLock();
        OriginRepositories origins = new OriginRepositories(system, session, files.metadata());
        SortedMap<String, String> lines = new TreeMap<>();
        new WrapperFetch(system, session, root, origins, environment, refused, log).list(lines);
        for (LockEntry entry : lock.entries().values()) {
            if (LockPath.isInProject(entry.path())) {
                continue;
            }
            Optional<String> base = origins.addressOf(origins.idOf(entry.path()));
            if (base.isPresent()) {
                String slash = base.get().endsWith("/") ? "" : "/";
                lines.put(
                        entry.path(),
                        String.join(
                                "\t", Sanitizer.line(base.get()) + slash + entry.path(), entry.sha256(), entry.path()));
            } else {
                refused.put(entry.path(), withoutAddress(entry.path(), origins.idOf(entry.path())));
            }
        }
        refuse("have no address");
        return List.copyOf(lines.values());
    }

    private void refuse(String what) throws LockException {
        if (!refused.isEmpty()) {
            throw LockException.refused(Count.of(refused.size(), "locked files") + " " + what + ":"
                    + LockReport.lines(refused.entrySet().stream()
                            .map(one -> one.getKey() + ": " + one.getValue())
                            .toList()));
        }
    }

    /** What is to be downloaded, by path. What is there is compared. */
    private SortedMap<String, Coordinates> absent(Lock lock) {
        SortedMap<String, Present> present = new LockedFiles(root, SessionRepositories.of(session), hashing).of(lock);
        SortedMap<String, Coordinates> wanted = new TreeMap<>();
        for (LockEntry entry : lock.entries().values()) {
            String path = entry.path();
            Present file = present.get(path);
            Optional<Coordinates> coordinates = LockPath.coordinatesOf(path);
            if (file != null) {
                difference(entry, file.hash())
                        .ifPresent(how -> refused.put(path, "is there, with other bytes: " + how));
            } else if (LockPath.isInProject(path)) {
                refused.put(path, "is not in the checkout, which it is a part of");
            } else if (coordinates.isEmpty()) {
                refused.put(path, "is one build of a snapshot, which repositories do not keep");
            } else if (LockPath.isOfTycho(path)) {
                refused.put(path, OF_TYCHO);
            } else {
                wanted.put(path, coordinates.get());
            }
        }
        return wanted;
    }

    private int fetch(Lock lock, SortedMap<String, Coordinates> wanted, OriginRepositories origins)
            throws LockException {
        SortedMap<String, List<Coordinates>> byOrigin = new TreeMap<>();
        wanted.forEach((path, file) -> byOrigin.computeIfAbsent(origins.idOf(path), unknown -> new ArrayList<>())
                .add(file));
        RepositorySystemSession aether = session.getRepositorySession();
        int fetched = 0;
        try {
            Path local = aether.getLocalRepository().getBasedir().toPath();
            Files.createDirectories(local);
            try (IsolatedDownloads downloads = IsolatedDownloads.within(local, system, aether)) {
                for (Map.Entry<String, List<Coordinates>> origin : byOrigin.entrySet()) {
                    List<RemoteRepository> from = origins.of(origin.getKey());
                    if (from.isEmpty()) {
                        origin.getValue()
                                .forEach(file -> refused.put(file.layoutPath(), unknownOrigin(origin.getKey())));
                    } else {
                        fetched += take(lock, wanted, origin.getValue(), from, downloads);
                    }
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        return fetched;
    }

    private static String withoutAddress(String path, String origin) {
        if (LockPath.isOfTycho(path)) {
            return OF_TYCHO;
        }
        return origin.isEmpty() ? "the repository that it came from is not known" : unknownOrigin(origin);
    }

    private static LockException unwritable(IOException e) {
        return LockException.broken("The local repository cannot be written: " + e.getMessage(), e);
    }

    private static String unknownOrigin(String origin) {
        return Sanitizer.line("its repository '" + origin + "' has no address here: name it in the settings, or run"
                + " hardening:lock again where the build knows it");
    }

    private int take(
            Lock lock,
            Map<String, Coordinates> wanted,
            List<Coordinates> files,
            List<RemoteRepository> from,
            IsolatedDownloads downloads)
            throws IOException {
        IsolatedDownloads.Fetched fetched = downloads.fetch(files, from);
        hashing.hashAll(fetched.files().values());
        int taken = 0;
        for (Coordinates file : files) {
            String path = file.layoutPath();
            Path download = fetched.files().get(path);
            RemoteRepository source = fetched.from().get(path);
            if (download == null) {
                refused.put(path, fetched.failed().getOrDefault(path, "not found: " + Remotes.names(from)));
                continue;
            }
            LockEntry entry = lock.entries().get(path);
            Optional<String> difference = difference(entry, hashing.hash(download));
            if (difference.isPresent()) {
                refused.put(
                        path,
                        Remotes.names(source == null ? from : List.of(source)) + " has other bytes: "
                                + difference.get());
            } else {
                place(wanted.get(path), download, source == null ? from.get(0) : source);
                taken++;
            }
        }
        return taken;
    }

    /** Moves a file to where Maven would have put it, and has Maven note where it came from. */
    private void place(Coordinates file, Path download, RemoteRepository source) throws IOException {
        RepositorySystemSession aether = session.getRepositorySession();
        LocalRepositoryManager manager = aether.getLocalRepositoryManager();
        Artifact artifact = new DefaultArtifact(
                file.groupId(), file.artifactId(), file.classifier(), file.extension(), file.version());
        Path target = aether.getLocalRepository()
                .getBasedir()
                .toPath()
                .resolve(manager.getPathForRemoteArtifact(artifact, source, ""));
        Files.createDirectories(target.getParent());
        Files.move(download, target, StandardCopyOption.ATOMIC_MOVE);
        manager.add(aether, new LocalArtifactRegistration(artifact.setFile(target.toFile()), source, List.of("")));
    }

    /** How bytes differ from what the lock has; empty where they do not. */
    private static Optional<String> difference(LockEntry entry, HashResult hash) {
        if (!(hash instanceof HashResult.Hashed hashed)) {
            return Optional.of("locked " + entry.sha256() + ", and they cannot be read");
        }
        return hashed.sha256().equals(entry.sha256())
                ? Optional.empty()
                : Optional.of("locked " + entry.sha256() + ", actual " + hashed.sha256());
    }
}
