package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.dependency.LocalRepositories.Shelf;
import io.github.mavenhardening.core.lock.Coordinates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.artifact.repository.ArtifactRepository;
import org.apache.maven.execution.MavenSession;
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

    /** Repositories before the local one, comma-separated: the first of them is written to in its place; Maven 3.9.10 and later. */
    private static final String HEAD = "maven.repo.local.head";

    /** Read-only repositories behind the local one, comma-separated; Maven 3.9 and later. */
    private static final String TAIL = "maven.repo.local.tail";

    /** The id of a repository that nothing comes from; what is put in a folder of that name has one for each repository. */
    private static final String PROBE = "hardening-probe";

    private static final RemoteRepository ANY =
            new RemoteRepository.Builder(PROBE, "default", "https://repo.example.org/").build();

    private SessionRepositories() {}

    /** The session's local repository, and those before and behind it. */
    public static LocalRepositories of(MavenSession session) {
        ArtifactRepository configured = session.getRequest().getLocalRepository();
        return of(
                session.getRepositorySession(),
                Optional.ofNullable(configured)
                        .map(ArtifactRepository::getBasedir)
                        .map(Path::of));
    }

    /**
     * The same of a session of the resolver.
     *
     * @param configured the local repository by settings or {@code maven.repo.local}, which another may be put before
     */
    static LocalRepositories of(RepositorySystemSession session, Optional<Path> configured) {
        List<Path> bases = new ArrayList<>();
        bases.add(session.getLocalRepository().getBasedir().toPath());
        addNamed(session.getConfigProperties().get(HEAD), bases);
        configured.ifPresent(bases::add);
        addNamed(session.getConfigProperties().get(TAIL), bases);
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

    /**
     * Adds the folders that a property names, as each Maven reads it: blanks belong to a name, and a tilde is the user's home
     * for newer releases and a folder for older ones. One that is not there costs nothing.
     */
    private static void addNamed(Object property, List<Path> bases) {
        if (!(property instanceof String paths)) {
            return;
        }
        for (String path : paths.split(",", -1)) {
            if (!path.isBlank()) {
                if (path.startsWith("~/") || path.startsWith("~\\")) {
                    bases.add(Path.of(System.getProperty("user.home"), path.substring(2)));
                }
                bases.add(Path.of(path));
            }
        }
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
