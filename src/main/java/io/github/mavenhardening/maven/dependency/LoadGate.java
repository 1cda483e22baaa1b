package io.github.mavenhardening.maven.dependency;

import io.github.mavenhardening.core.inventory.Coordinates;
import io.github.mavenhardening.core.inventory.LocalRepositories;
import io.github.mavenhardening.core.lock.FileStamp;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;

/**
 * Says of each file that Maven is about to use whether the lock has anything against it. It hangs on the session from the
 * moment the projects are read: earlier nobody knows what the session was asked for.
 *
 * <p>Files outside the local repository pass: those of the reactor's modules, folders of classes, and those of system scope,
 * which the goals compare.
 */
public final class LoadGate {

    /** Another realm of this plugin has another class of this name, and a gate of its own. */
    private static final String KEY = LoadGate.class.getName() + "@" + System.identityHashCode(LoadGate.class);

    private final Lock lock;
    private final LocalRepositories repositories;
    private final boolean strict;
    private final ConcurrentMap<Path, FileStamp> passed = new ConcurrentHashMap<>();

    /**
     * A gate that goes by that lock.
     *
     * @param strict whether a downloaded file must be in the lock
     */
    LoadGate(Lock lock, LocalRepositories repositories, boolean strict) {
        this.lock = lock;
        this.repositories = repositories;
        this.strict = strict;
    }

    /** Takes files for granted that were compared a moment ago, with their stamps from before that. */
    void trust(Map<Path, FileStamp> files) {
        files.forEach((file, stamp) -> passed.put(file.toAbsolutePath().normalize(), stamp));
    }

    /** Puts the gate into effect for a session. */
    public void arm(RepositorySystemSession session) {
        session.getData().set(KEY, this);
        Layer.reached(Layer.FIRST_GOAL, session);
    }

    /** The gate in effect; empty where there is none. */
    public static Optional<LoadGate> of(RepositorySystemSession session) {
        return session.getData().get(KEY) instanceof LoadGate gate ? Optional.of(gate) : Optional.empty();
    }

    /**
     * What stands against the use of a file.
     *
     * @return a text for the user; empty where it may be used
     */
    public Optional<String> objection(Artifact artifact, RepositorySystemSession session) {
        Layer.reached(Layer.LOADING, session);
        Path file = artifact.getFile().toPath().toAbsolutePath().normalize();
        Optional<String> path = repositories.pathOf(file);
        if (path.isEmpty() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        // A local repository may be split into folders, which the path in the layout knows nothing of.
        Optional<LockEntry> entry = lock.find(path.get()).or(() -> lock.find(layoutPath(artifact)));
        if (entry.isEmpty()) {
            return unlocked(path.get(), file);
        }
        return differs(entry.get(), file);
    }

    private Optional<String> unlocked(String path, Path file) {
        return LocalRepositories.originOf(file)
                .filter(origin -> strict)
                .map(origin -> path + ", from repository " + origin + ", is not locked, and hardening.strict is set;"
                        + " run 'mvn hardening:lock' and review what it adds");
    }

    private Optional<String> differs(LockEntry entry, Path file) {
        try {
            FileStamp stamp = FileStamp.of(file);
            if (stamp.equals(passed.get(file))) {
                return Optional.empty();
            }
            String actual = Sha256.of(file);
            if (actual.equals(entry.sha256())) {
                passed.put(file, stamp);
                return Optional.empty();
            }
            return Optional.of("it was refused before anything of it was loaded, as it is not what was locked: expected"
                    + " SHA-256 " + entry.sha256() + " (" + Lock.LOCATION + ":" + entry.line() + "), actual " + actual
                    + ", file " + entry.path() + ", from "
                    + LocalRepositories.originOf(file)
                            .map(id -> "repository " + id)
                            .orElse("unknown repository")
                    + ". Compare the file with another source, then delete it and build again, or accept it with 'mvn"
                    + " hardening:lock -Dhardening.accept=" + entry.path() + "'");
        } catch (IOException e) {
            return Optional.of("it cannot be compared with the lock: reading " + entry.path() + " failed ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private static String layoutPath(Artifact artifact) {
        return new Coordinates(
                        artifact.getGroupId(),
                        artifact.getArtifactId(),
                        artifact.getVersion(),
                        artifact.getBaseVersion(),
                        artifact.getClassifier(),
                        artifact.getExtension())
                .layoutPath();
    }
}
