package io.github.mavenhardening.core.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the root of the checkout that a build runs in. */
public final class RepositoryRoot {

    private RepositoryRoot() {}

    /**
     * The explicit folder, else the nearest ancestor of the start with {@code .git} (folder or file), else the nearest with
     * {@code .mvn}, else the start itself.
     *
     * @param explicit the folder that the user named
     * @param start where the build runs, {@code ${session.executionRootDirectory}}
     */
    public static Path find(Optional<Path> explicit, Path start) {
        Path from = start.toAbsolutePath().normalize();
        if (explicit.isPresent()) {
            return from.resolve(explicit.get()).normalize();
        }
        Optional<Path> git = ancestorWith(from, ".git");
        return git.isPresent() ? git.get() : ancestorWith(from, ".mvn").orElse(from);
    }

    private static Optional<Path> ancestorWith(Path from, String entry) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(entry))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
