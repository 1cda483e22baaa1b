package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.report.Commands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;

/**
 * The gate for each file that Maven is about to load: whether the lock refuses it. It hangs on the session from the
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
    private final Hashing hashing;
    private final boolean strict;
    private final Commands commands;

    /**
     * A gate that goes by that lock.
     *
     * @param hashing what was hashed already, which counts as long as nobody writes to it
     * @param strict whether a downloaded file must be in the lock
     * @param commands how messages name goals
     */
    LoadGate(Lock lock, LocalRepositories repositories, Hashing hashing, boolean strict, Commands commands) {
        this.lock = lock;
        this.repositories = repositories;
        this.hashing = hashing;
        this.strict = strict;
        this.commands = commands;
    }

    /** Puts the gate into effect for a session. */
    public void arm(RepositorySystemSession session) {
        session.getData().set(KEY, this);
        ComparisonStage.reached(ComparisonStage.FIRST_GOAL, session);
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
        ComparisonStage.reached(ComparisonStage.LOADING, session);
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

    /** What a build on this machine installed is nobody's download; of all else somebody has to say that it is right. */
    private Optional<String> unlocked(String path, Path file) {
        if (!strict || LocalRepositories.isLocallyInstalled(file)) {
            return Optional.empty();
        }
        String origin =
                LocalRepositories.originOf(file).map(id -> "repository " + id).orElse("unknown repository");
        return Optional.of(path + ", from " + origin + ", is not locked, and hardening.strict is set;" + " run '"
                + commands.of("lock") + "' and review what it adds");
    }

    private Optional<String> differs(LockEntry entry, Path file) {
        HashResult result = hashing.now(file);
        if (result instanceof HashResult.Hashed hashed) {
            return hashed.sha256().equals(entry.sha256())
                    ? Optional.empty()
                    : Optional.of(refusal(entry, hashed.sha256(), file));
        }
        String reason =
                result instanceof HashResult.Unreadable unreadable ? unreadable.reason() : "the file does not exist";
        return Optional.of("it cannot be compared with the lock: " + reason + ", file " + entry.path());
    }

    private String refusal(LockEntry entry, String actual, Path file) {
        return "it was refused before any of it was loaded, as it differs from the lock: expected SHA-256 "
                + entry.sha256() + " (" + Lock.LOCATION + ":" + entry.line() + "), actual " + actual + ", file "
                + entry.path() + ", from "
                + LocalRepositories.originOf(file).map(id -> "repository " + id).orElse("unknown repository")
                + ". Compare the file with another source, then delete it and build again, or accept it with '"
                + commands.of("lock") + " -Dhardening.accept=" + entry.path() + "'";
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
