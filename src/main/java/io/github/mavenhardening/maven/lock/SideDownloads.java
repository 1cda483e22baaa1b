package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.inventory.Coordinates;
import io.github.mavenhardening.maven.inventory.Replay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
final class SideDownloads implements AutoCloseable {

    private final RepositorySystem system;
    private final DefaultRepositorySystemSession session;
    private final Path folder;

    SideDownloads(RepositorySystem system, RepositorySystemSession original) throws IOException {
        this.system = system;
        this.folder = Files.createTempDirectory("hardening");
        this.session = new DefaultRepositorySystemSession(original);
        session.setCache(new DefaultRepositoryCache());
        session.setConfigProperty(Replay.MARKER, true);
        // What comes is compared here; Maven's own comparison would end it at the first difference.
        session.setConfigProperty("aether.artifactResolver.postProcessor.trustedChecksums", "false");
        session.setWorkspaceReader(null);
        // Nothing of it is used: bytes are compared with bytes, and signatures verified.
        session.setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_IGNORE);
        session.setLocalRepositoryManager(
                system.newLocalRepositoryManager(session, new LocalRepository(folder.toFile())));
    }

    /**
     * Downloads files.
     *
     * @return those that could be had, by their path in the repository layout
     */
    Map<String, Path> fetch(Collection<Coordinates> wanted, List<RemoteRepository> from) {
        List<ArtifactRequest> requests = new ArrayList<>();
        for (Coordinates file : wanted) {
            Artifact artifact = new DefaultArtifact(
                    file.groupId(), file.artifactId(), file.classifier(), file.extension(), file.version());
            requests.add(new ArtifactRequest(artifact, from, null));
        }
        Map<String, Path> fetched = new TreeMap<>();
        for (ArtifactResult result : resolve(requests)) {
            Artifact artifact = result.getArtifact();
            if (artifact != null && artifact.getFile() != null) {
                Path file = artifact.getFile().toPath();
                fetched.put(folder.relativize(file).toString().replace('\\', '/'), file);
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
            throw new UncheckedIOException("temporary files cannot be deleted", e);
        }
    }
}
