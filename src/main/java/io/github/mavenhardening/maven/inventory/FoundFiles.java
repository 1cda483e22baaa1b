package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of the local repositories that a replay came to. Modules share most of what they use, and what was found is not
 * looked for again; what was not found may be downloaded meanwhile.
 */
final class FoundFiles {

    private final LocalRepositories repositories;
    private final Map<String, Path> found = new ConcurrentHashMap<>();

    FoundFiles(LocalRepositories repositories) {
        this.repositories = repositories;
    }

    /** The file of a layout path, as {@link LocalRepositories#find} has it. */
    Optional<Path> find(String layoutPath) {
        Path known = found.get(layoutPath);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Path> file = repositories.find(layoutPath);
        file.ifPresent(path -> found.put(layoutPath, path));
        return file;
    }

    /** The layout path of a file, as {@link LocalRepositories#pathOf} has it. */
    Optional<String> pathOf(Path file) {
        return repositories.pathOf(file);
    }
}
