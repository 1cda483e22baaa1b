package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.insights.ProjectFacts;
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

/** Finds the repository that a session builds. */
public final class RepositoryLocator {

    /** Where reports go unless the user names another folder, relative to the root. */
    public static final String OUTPUT = "target/hardening";

    private RepositoryLocator() {}

    /**
     * The repository's root.
     *
     * @param explicit the folder that the user named; null when none
     */
    public static ChosenRoot root(MavenSession session, File explicit) {
        Optional<Path> folder = explicit == null ? Optional.empty() : Optional.of(explicit.toPath());
        return ChosenRoot.of(session, folder, System.getenv());
    }

    /**
     * The view of that repository, of which reports go to {@value #OUTPUT}.
     *
     * @throws UncheckedIOException when the root is not a folder
     */
    public static Repository open(MavenSession session, Path root) {
        return open(session, root, root.resolve(OUTPUT));
    }

    /**
     * The view of that repository.
     *
     * @param output the folder that reports go to, which do not belong to it
     * @throws UncheckedIOException when the root is not a folder
     */
    public static Repository open(MavenSession session, Path root, Path output) {
        try {
            return new Repository(new Checkout(root, output), slug(session, root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the remote that it was cloned from, else the CI's word for it, else the POM's, which may have it from no parent. */
    private static Optional<RepositorySlug> slug(MavenSession session, Path root) {
        Optional<RepositorySlug> cloned = ofRemote(GitFolder.of(root).originUrl());
        if (cloned.isPresent()) {
            return cloned;
        }
        String variable = System.getenv("GITHUB_REPOSITORY");
        Optional<RepositorySlug> ofJob = variable == null ? Optional.empty() : RepositorySlug.parse(variable);
        if (ofJob.isPresent()) {
            return ofJob;
        }
        Optional<ProjectFacts> facts = ProjectFactsReader.of(session, root);
        return facts.isPresent() ? ofRemote(facts.get().scmUrl()) : Optional.empty();
    }

    private static Optional<RepositorySlug> ofRemote(Optional<String> url) {
        return url.isPresent() ? RepositorySlug.ofRemote(url.get()) : Optional.empty();
    }
}
