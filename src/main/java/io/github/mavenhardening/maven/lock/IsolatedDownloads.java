package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.maven.inventory.DownloadProblem;
import io.github.mavenhardening.maven.inventory.Reach;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/**
 * Downloads by Maven's own means, with its credentials, proxies and parallelism, into a local repository that is thrown away:
 * the build's own never sees these files.
 */
final class IsolatedDownloads implements AutoCloseable {

    private static final String PREFIX = "hardening-downloads-";

    private static final Duration ABANDONED = Duration.ofDays(1);

    /** How long to wait for a server's next byte where the user says nothing: Maven waits for half an hour. */
    private static final int TIMEOUT_MILLIS = 30_000;

    /** By the names of Maven 3 and of Maven 4. */
    private static final List<String> TIMEOUTS =
            List.of("aether.connector.requestTimeout", "aether.transport.http.requestTimeout");

    /** How many are asked for before all the others. */
    private static final int FIRST = 16;

    private final RepositorySystem system;
    private final DefaultRepositorySystemSession session;
    private final Path folder;

    IsolatedDownloads(RepositorySystem system, RepositorySystemSession original) throws IOException {
        this(system, original, Files.createTempDirectory(PREFIX));
    }

    /**
     * Downloads to a folder within another, from which they can be moved to their place there in one step.
     *
     * @param parent a folder that exists
     */
    static IsolatedDownloads within(Path parent, RepositorySystem system, RepositorySystemSession original)
            throws IOException {
        return new IsolatedDownloads(system, original, Files.createTempDirectory(parent, PREFIX));
    }

    private IsolatedDownloads(RepositorySystem system, RepositorySystemSession original, Path folder) {
        this.system = system;
        this.folder = folder;
        removeAbandoned();
        this.session = new DefaultRepositorySystemSession(original);
        session.setCache(new DefaultRepositoryCache());
        session.setConfigProperty(Reach.MARKER, true);
        // What comes is compared here; Maven's own comparison would end it at the first difference.
        session.setConfigProperty("aether.artifactResolver.postProcessor.trustedChecksums", "false");
        session.setWorkspaceReader(null);
        // Nothing of it is used: bytes are compared with bytes, and signatures verified.
        session.setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_IGNORE);
        for (String timeout : TIMEOUTS) {
            if (!session.getConfigProperties().containsKey(timeout)) {
                session.setConfigProperty(timeout, TIMEOUT_MILLIS);
            }
        }
        session.setLocalRepositoryManager(
                system.newLocalRepositoryManager(session, new LocalRepository(folder.toFile())));
    }

    /**
     * What downloading came to.
     *
     * @param files those that could be had, by their path in the repository layout
     * @param failed why others could not, by their path; not those of which each repository says that it has no such file
     * @param from the repository that each came from, by its path
     */
    record Fetched(
            SortedMap<String, Path> files, SortedMap<String, String> failed, SortedMap<String, RemoteRepository> from) {

        Fetched() {
            this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }

        void addAll(Fetched other) {
            files.putAll(other.files);
            failed.putAll(other.failed);
            from.putAll(other.from);
        }

        /** Sentences about what could not be fetched, by the reason; none where everything was answered. */
        List<String> problems(String what) {
            if (failed.isEmpty()) {
                return List.of();
            }
            SortedMap<String, SortedSet<String>> byReason = new TreeMap<>();
            failed.forEach((path, reason) ->
                    byReason.computeIfAbsent(reason, unknown -> new TreeSet<>()).add(path));
            List<String> lines = new ArrayList<>();
            byReason.forEach((reason, paths) -> lines.add(reason + ": " + LockReport.some(paths)));
            return List.of(failed.size() + " " + what + " could not be fetched; run the goal again for them:"
                    + LockReport.lines(lines));
        }
    }

    /**
     * Downloads files. Where the first of them all fail, the others are not asked for: a repository that does not answer would
     * hold the build up for as long as one waits, for each of them.
     */
    Fetched fetch(Collection<Coordinates> wanted, List<RemoteRepository> from) {
        Fetched fetched = new Fetched();
        List<Coordinates> all = List.copyOf(wanted);
        int size = FIRST;
        for (int start = 0; start < all.size(); ) {
            int end = Math.min(all.size(), start + size);
            Fetched batch = fetchBatch(all.subList(start, end), from);
            fetched.addAll(batch);
            if (start == 0 && batch.failed().size() == end) {
                for (Coordinates other : all.subList(end, all.size())) {
                    fetched.failed().put(other.layoutPath(), "not requested, as none of the first " + end + " came");
                }
                break;
            }
            start = end;
            size = all.size();
        }
        return fetched;
    }

    private Fetched fetchBatch(List<Coordinates> wanted, List<RemoteRepository> from) {
        List<ArtifactRequest> requests = new ArrayList<>();
        for (Coordinates file : wanted) {
            Artifact artifact = new DefaultArtifact(
                    file.groupId(), file.artifactId(), file.classifier(), file.extension(), file.version());
            requests.add(new ArtifactRequest(artifact, from, null));
        }
        Fetched fetched = new Fetched();
        List<ArtifactResult> results = resolve(requests);
        for (int i = 0; i < results.size(); i++) {
            ArtifactResult result = results.get(i);
            Artifact artifact = result.getArtifact();
            String path = wanted.get(i).layoutPath();
            if (artifact != null && artifact.getFile() != null) {
                fetched.files().put(path, artifact.getFile().toPath());
                if (result.getRepository() instanceof RemoteRepository source) {
                    fetched.from().put(path, source);
                }
            } else if (!result.isMissing()) {
                fetched.failed()
                        .put(path, DownloadProblem.in(result.getExceptions()).orElse("the transfer failed"));
            }
        }
        return fetched;
    }

    private List<ArtifactResult> resolve(List<ArtifactRequest> requests) {
        try {
            return system.resolveArtifacts(session, requests);
        } catch (ArtifactResolutionException e) {
            return e.getResults();
        }
    }

    @Override
    public void close() {
        delete(folder);
    }

    /** Removes the folders of processes that were killed: our own, and untouched for a day. */
    private void removeAbandoned() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder.getParent(), PREFIX + '*')) {
            FileTime now = Files.getLastModifiedTime(folder);
            UserPrincipal user = Files.getOwner(folder);
            for (Path other : folders) {
                BasicFileAttributes attributes =
                        Files.readAttributes(other, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                Duration age = Duration.between(attributes.lastModifiedTime().toInstant(), now.toInstant());
                if (attributes.isDirectory()
                        && age.compareTo(ABANDONED) > 0
                        && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(user)) {
                    delete(other);
                }
            }
        } catch (IOException | DirectoryIteratorException | UnsupportedOperationException e) {
            // Silent: litter does no harm, and the next run tries again.
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException problem) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // Silent: what was downloaded has been compared; the next run a day later removes what is left.
        }
    }
}
