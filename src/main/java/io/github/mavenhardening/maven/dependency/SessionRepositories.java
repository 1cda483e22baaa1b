package io.github.mavenhardening.maven.dependency;

import io.github.mavenhardening.core.inventory.LocalRepositories;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.RepositorySystemSession;

/** The local repositories of a Maven session. */
public final class SessionRepositories {

    /** Read-only repositories behind the local one, comma-separated; Maven 3.9 and later. */
    private static final String TAIL = "maven.repo.local.tail";

    private SessionRepositories() {}

    /** The session's local repository and those behind it. */
    public static LocalRepositories of(RepositorySystemSession session) {
        List<Path> roots = new ArrayList<>();
        roots.add(session.getLocalRepository().getBasedir().toPath());
        Object tail = session.getConfigProperties().get(TAIL);
        if (tail instanceof String paths) {
            for (String path : paths.split(",", -1)) {
                if (!path.isBlank()) {
                    roots.add(Path.of(path.strip()));
                }
            }
        }
        return new LocalRepositories(roots);
    }
}
