package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.dependency.LocalRepositories.Shelf;
import io.github.mavenhardening.core.lock.Coordinates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The local repositories of a Maven session. From 3.9 on Maven may split one into folders, by whether files were downloaded or
 * installed, were released or not, and by the remote repository that they came from. How it does is asked of the session: where
 * it would put a file.
 *
 * @see <a href="https://maven.apache.org/resolver/local-repository.html">Maven Resolver: split local repository</a>
 */
public final class SessionRepositories {

    /** Read-only repositories behind the local one, comma-separated; Maven 3.9 and later. */
    private static final String TAIL = "maven.repo.local.tail";

    /** The id of a repository that nothing comes from; what is put in a folder of that name has one for each repository. */
    private static final String PROBE = "hardening-probe";

    private static final RemoteRepository ANY =
            new RemoteRepository.Builder(PROBE, "default", "https://repo.example.org/").build();

    private SessionRepositories() {}

    /** The session's local repository and those behind it. */
    public static LocalRepositories of(RepositorySystemSession session) {
        List<Path> bases = new ArrayList<>();
        bases.add(session.getLocalRepository().getBasedir().toPath());
        Object tail = session.getConfigProperties().get(TAIL);
        if (tail instanceof String paths) {
            for (String path : paths.split(",", -1)) {
                if (!path.isBlank()) {
                    bases.add(Path.of(path.strip()));
                }
            }
        }
        Set<String> folders = folders(session.getLocalRepositoryManager());
        List<Path> roots = new ArrayList<>();
        List<Shelf> shelves = new ArrayList<>();
        for (Path base : bases) {
            for (String folder : folders) {
                int probe = folder.indexOf(PROBE);
                if (probe < 0) {
                    roots.add(base.resolve(folder));
                } else {
                    int end = folder.indexOf('/', probe);
                    shelves.add(new Shelf(
                            base.resolve(folder.substring(0, probe)), end < 0 ? "" : folder.substring(end + 1)));
                }
            }
        }
        return new LocalRepositories(roots, shelves);
    }

    /** The folders of a local repository under which it has the usual layout; the empty text for itself. */
    private static Set<String> folders(LocalRepositoryManager manager) {
        Set<String> folders = new LinkedHashSet<>();
        for (String version : List.of("1", "1-SNAPSHOT")) {
            Artifact probe = new DefaultArtifact("org.example", "probe", "jar", version);
            String layout = new Coordinates("org.example", "probe", version, version, "", "jar").layoutPath();
            folders.add(folder(manager.getPathForLocalArtifact(probe), layout));
            folders.add(folder(manager.getPathForRemoteArtifact(probe, ANY, ""), layout));
        }
        return folders;
    }

    private static String folder(String path, String layout) {
        if (!path.endsWith(layout)) {
            throw new IllegalStateException("the local repository has an unknown layout: '" + path + "'");
        }
        String folder = path.substring(0, path.length() - layout.length());
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }
}
