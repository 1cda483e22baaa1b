package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.Addresses;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.lock.Coordinates;
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
final class CrossCheck {

    private final RepositorySystem system;
    private final MavenSession session;
    private final String given;
    private final List<String> remarks = new ArrayList<>();

    /**
     * A second route.
     *
     * @param given its address, see {@link Remotes#another}
     */
    CrossCheck(RepositorySystem system, MavenSession session, String given) {
        this.system = system;
        this.session = session;
        this.given = given;
    }

    /**
     * Compares what this route has not confirmed yet.
     *
     * @return the metadata with what it confirms now
     * @throws LockException naming every file of which it has other bytes
     */
    LockMetadata confirm(Lock lock, LockMetadata known) throws LockException {
        RemoteRepository route = Remotes.another(given, session.getRepositorySession());
        String address = Addresses.withoutUser(route.getUrl());
        List<Coordinates> wanted = new ArrayList<>();
        int addressless = 0;
        for (LockEntry entry : lock.entries().values()) {
            Optional<String> confirmed = known.of(entry.path()).flatMap(FileMetadata::confirmed);
            if (!confirmed.equals(Optional.of(address))) {
                Optional<Coordinates> coordinates = LockPath.coordinatesOf(entry.path());
                coordinates.ifPresent(wanted::add);
                addressless += coordinates.isPresent() ? 0 : 1;
            }
        }
        Map<String, FileMetadata> confirmed = new TreeMap<>();
        List<String> different = new ArrayList<>();
        try (IsolatedDownloads downloads = new IsolatedDownloads(system, session.getRepositorySession())) {
            IsolatedDownloads.Fetched fetched = downloads.fetch(wanted, List.of(route));
            remark(wanted.size(), addressless, fetched);
            Hashing hashing = new Hashing();
            hashing.hashAll(fetched.files().values());
            for (Map.Entry<String, Path> file : fetched.files().entrySet()) {
                Optional<LockEntry> entry = lock.find(file.getKey());
                if (entry.isPresent()) {
                    if (!(hashing.hash(file.getValue()) instanceof HashResult.Hashed hashed)) {
                        throw new IOException(file.getKey() + " was fetched and cannot be read");
                    }
                    if (hashed.sha256().equals(entry.get().sha256())) {
                        confirmed.put(
                                file.getKey(),
                                known.of(file.getKey())
                                        .orElse(FileMetadata.none())
                                        .confirmedBy(address));
                    } else {
                        different.add(file.getKey() + ": locked file has "
                                + entry.get().sha256() + ", second repository has " + hashed.sha256());
                    }
                }
            }
        } catch (IOException e) {
            throw LockException.broken("The second repository's files cannot be compared: " + e.getMessage(), e);
        }
        if (!different.isEmpty()) {
            throw LockException.refused("The second repository (" + address + ") has other bytes of "
                    + Count.of(different.size(), "files") + ", nothing was written. Find out first which are right:"
                    + LockReport.lines(different));
        }
        return known.with(confirmed);
    }

    private void remark(int wanted, int addressless, IsolatedDownloads.Fetched fetched) {
        remarks.addAll(fetched.problems("files of the second repository"));
        int none = wanted - fetched.files().size() - fetched.failed().size();
        if (none > 0) {
            remarks.add("Not compared, as the second repository does not have them: " + Count.of(none, "files"));
        }
        if (addressless > 0) {
            remarks.add(
                    "Not compared, as files of the project and of snapshots have no address in a second repository: "
                            + Count.of(addressless, "files"));
        }
    }

    /** What the user should know, a sentence each. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
