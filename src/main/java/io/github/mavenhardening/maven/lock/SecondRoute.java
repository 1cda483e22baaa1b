package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.inventory.Coordinates;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Fetches locked files again from a second repository and compares the bytes: a first lock trusts whatever lies on the disk of
 * whoever makes it, and two places that agree are harder to fool than one.
 */
final class SecondRoute {

    private final RepositorySystem system;
    private final MavenSession session;
    private final String told;

    /**
     * A second route.
     *
     * @param told its address, see {@link Remotes#another}
     */
    SecondRoute(RepositorySystem system, MavenSession session, String told) {
        this.system = system;
        this.session = session;
        this.told = told;
    }

    /**
     * Compares what this route has not confirmed yet.
     *
     * @return the metadata with what it confirms now
     * @throws LockException naming every file of which it has other bytes
     */
    LockMetadata confirm(Lock lock, LockMetadata known) throws LockException {
        RemoteRepository route = Remotes.another(told, session.getRepositorySession());
        List<Coordinates> wanted = new ArrayList<>();
        for (LockEntry entry : lock.entries().values()) {
            Optional<String> confirmed = known.of(entry.path()).flatMap(FileMetadata::confirmed);
            if (!confirmed.equals(Optional.of(route.getUrl())) && !LockPath.isInProject(entry.path())) {
                Coordinates.ofLayoutPath(entry.path()).ifPresent(wanted::add);
            }
        }
        Map<String, FileMetadata> confirmed = new TreeMap<>();
        List<String> different = new ArrayList<>();
        try (SideDownloads downloads = new SideDownloads(system, session.getRepositorySession())) {
            Map<String, Path> fetched = downloads.fetch(wanted, List.of(route));
            Hashing hashing = new Hashing();
            hashing.hashAll(fetched.values());
            for (Map.Entry<String, Path> file : fetched.entrySet()) {
                Optional<LockEntry> entry = lock.find(file.getKey());
                if (entry.isPresent() && hashing.hash(file.getValue()) instanceof HashResult.Hashed hashed) {
                    if (hashed.sha256().equals(entry.get().sha256())) {
                        confirmed.put(
                                file.getKey(),
                                known.of(file.getKey())
                                        .orElse(FileMetadata.none())
                                        .confirmedBy(route.getUrl()));
                    } else {
                        different.add(file.getKey() + ": to be locked "
                                + entry.get().sha256() + ", there " + hashed.sha256());
                    }
                }
            }
        } catch (IOException e) {
            throw LockException.broken("no temporary folder can be made: " + e.getMessage(), e);
        }
        if (!different.isEmpty()) {
            throw LockException.refused("The second repository (" + route.getUrl() + ") has other bytes of "
                    + different.size() + " files, nothing was written. Find out which are right first:"
                    + LockReport.lines(different));
        }
        return known.with(confirmed);
    }
}
