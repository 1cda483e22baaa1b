package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The origin and the day of files that are locked for the first time. */
final class FirstSeen {

    private FirstSeen() {}

    /**
     * The metadata of a new lock, before anybody else is asked. What was known of a file is forgotten with its old bytes.
     *
     * @param lock the new lock
     * @param update how it differs from the old one
     * @param repositories the ids of repositories that the build knows, the better ones first
     */
    static LockMetadata note(
            LockMetadata known,
            Lock lock,
            LockUpdate update,
            Inventory inventory,
            Collection<String> repositories,
            LocalDate today) {
        LockMetadata kept = known.only(lock.entries().keySet());
        Map<String, FileMetadata> noted = new TreeMap<>();
        for (String path : lock.entries().keySet()) {
            boolean fresh =
                    update.added().containsKey(path) || update.accepted().containsKey(path);
            FileMetadata before = fresh ? FileMetadata.none() : kept.of(path).orElse(FileMetadata.none());
            Optional<String> origin = before.origin().or(() -> originOf(path, inventory, repositories));
            FileMetadata after = fresh ? before.seen(origin, today) : before.or(FileMetadata.from(origin));
            if (!after.equals(FileMetadata.none())) {
                noted.put(path, after);
            }
        }
        return kept.with(noted);
    }

    /** Of several, the one that the build knows best: another build may have downloaded the file from a repository of its own. */
    private static Optional<String> originOf(String path, Inventory inventory, Collection<String> repositories) {
        UsedArtifact use = inventory.artifacts().get(path);
        try {
            List<String> ids = use == null ? List.of() : Origins.idsOf(use.file());
            for (String id : repositories) {
                if (ids.contains(id)) {
                    return Optional.of(id);
                }
            }
            return ids.stream().findFirst();
        } catch (IOException e) {
            return Optional.empty(); // Silent: it stays unknown, which the goal counts and dependency-confusion tells.
        }
    }
}
