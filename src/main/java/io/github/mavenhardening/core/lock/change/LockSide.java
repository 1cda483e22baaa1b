package io.github.mavenhardening.core.lock.change;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One of the two locks that are compared.
 *
 * @param lock the lock
 * @param known what is recorded of its files
 */
record LockSide(Lock lock, LockMetadata known) {

    /** Its entries by {@code groupId:artifactId}; a file that has no coordinates goes by its path. */
    SortedMap<String, List<LockEntry>> artifacts() {
        SortedMap<String, List<LockEntry>> artifacts = new TreeMap<>();
        for (LockEntry entry : lock.entries().values()) {
            Optional<Coordinates> file = LockPath.coordinatesOf(entry.path());
            String name =
                    file.isPresent() ? file.get().groupId() + ':' + file.get().artifactId() : entry.path();
            artifacts.computeIfAbsent(name, first -> new ArrayList<>()).add(entry);
        }
        return artifacts;
    }

    /** The versions that files are of. */
    static SortedSet<String> versions(Collection<LockEntry> entries) {
        SortedSet<String> versions = new TreeSet<>();
        for (LockEntry entry : entries) {
            Optional<Coordinates> file = LockPath.coordinatesOf(entry.path());
            if (file.isPresent()) {
                versions.add(file.get().baseVersion());
            }
        }
        return versions;
    }
}
