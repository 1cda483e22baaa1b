package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.GitFolder;
import io.github.mavenhardening.core.source.Repository;
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
    public static ChosenRoot root(MavenSession session, File explicit) {
        return ChosenRoot.of(session, Optional.ofNullable(explicit).map(File::toPath), System.getenv());
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
        Optional<RepositorySlug> cloned =
                ofRemote(GitFolder.of(root).originUrl().orElse(null));
        if (cloned.isPresent()) {
            return cloned;
        }
        String variable = System.getenv("GITHUB_REPOSITORY");
        Optional<RepositorySlug> built = variable == null ? Optional.empty() : RepositorySlug.parse(variable);
        return built.isPresent() ? built : ofRemote(scmUrl(session));
    }

    private static Optional<RepositorySlug> ofRemote(String url) {
        return url == null ? Optional.empty() : RepositorySlug.ofRemote(url);
    }

    /** Null where the POM names none. */
    private static String scmUrl(MavenSession session) {
        MavenProject project = session.getTopLevelProject();
        Scm scm = project == null ? null : project.getScm();
        return scm == null ? null : scm.getUrl();
    }
}
