package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.LockPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The locked files by the version of an artifact that they belong to: jar, POM and the rest are one thing to a reader. */
public final class LockedVersions {

    /**
     * A file of a version.
     *
     * @param entry its line in the lock
     * @param coordinates what it is
     */
    public record LockedVersionFile(LockEntry entry, Coordinates coordinates) {}

    private LockedVersions() {}

    /** By {@code groupId:artifactId:version}, sorted; files of the project itself, which have none, are left out. */
    public static Map<String, List<LockedVersionFile>> of(LockedBuild build) {
        Lock lock = build.lock().orElse(Lock.empty());
        Map<String, List<LockedVersionFile>> versions = new TreeMap<>();
        for (LockEntry entry : lock.entries().values()) {
            Optional<Coordinates> coordinates = coordinatesOf(build, entry.path());
            if (coordinates.isPresent()) {
                versions.computeIfAbsent(coordinates.get().gav(), unknown -> new ArrayList<>())
                        .add(new LockedVersionFile(entry, coordinates.get()));
            }
        }
        return versions;
    }

    private static Optional<Coordinates> coordinatesOf(LockedBuild build, String path) {
        Optional<UsedArtifact> use = build.use(path);
        if (use.isPresent() && use.get().coordinates().isPresent()) {
            return use.get().coordinates();
        }
        return LockPath.coordinatesOf(path);
    }
}
