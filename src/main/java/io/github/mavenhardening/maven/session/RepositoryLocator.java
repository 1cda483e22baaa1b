package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.GitFolder;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositoryRoot;
import io.github.mavenhardening.core.source.RepositorySlug;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;

/** Finds the repository that a session builds. */
public final class RepositoryLocator {

    private RepositoryLocator() {}

    /**
     * The repository's root.
     *
     * @param explicit the folder that the user named; null when none
     */
    public static Path root(MavenSession session, File explicit) {
        // Null in a session that no command line made.
        String start = session.getExecutionRootDirectory();
        return RepositoryRoot.find(
                Optional.ofNullable(explicit).map(File::toPath), Path.of(start == null ? "" : start));
    }

    /**
     * The view of that repository.
     *
     * @throws UncheckedIOException when the root is not a folder
     */
    public static Repository open(MavenSession session, Path root) {
        try {
            return new Repository(new Checkout(root), slug(session, root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the remote that it was cloned from, else the CI's word for it, else the POM's. */
    private static Optional<RepositorySlug> slug(MavenSession session, Path root) {
        return GitFolder.of(root)
                .originUrl()
                .flatMap(RepositorySlug::ofRemote)
                .or(() ->
                        Optional.ofNullable(System.getenv("GITHUB_REPOSITORY")).flatMap(RepositorySlug::parse))
                .or(() -> scmUrl(session).flatMap(RepositorySlug::ofRemote));
    }

    private static Optional<String> scmUrl(MavenSession session) {
        return Optional.ofNullable(session.getTopLevelProject())
                .map(MavenProject::getScm)
                .map(Scm::getUrl);
    }
}
