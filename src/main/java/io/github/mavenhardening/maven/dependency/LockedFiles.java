package io.github.mavenhardening.maven.dependency;

import io.github.mavenhardening.core.checks.dependency.LockedBuild.Present;
import io.github.mavenhardening.core.inventory.LocalRepositories;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockPath;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds and hashes the locked files that are on this disk. */
public final class LockedFiles {

    private final Path root;
    private final LocalRepositories repositories;
    private final Hashing hashing;

    /**
     * Locked files of a repository.
     *
     * @param root the root of the checked repository
     */
    public LockedFiles(Path root, LocalRepositories repositories, Hashing hashing) {
        this.root = root;
        this.repositories = repositories;
        this.hashing = hashing;
    }

    /** Every locked file that is here, with its hash; files not met before are hashed on all cores. */
    public SortedMap<String, Present> of(Lock lock) {
        SortedMap<String, Path> files = new TreeMap<>();
        for (String path : lock.entries().keySet()) {
            Optional<Path> file = locate(path);
            if (file.isPresent()) {
                files.put(path, file.get());
            }
        }
        hashing.hashAll(files.values());
        SortedMap<String, Present> present = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            present.put(file.getKey(), new Present(file.getValue(), hashing.hash(file.getValue())));
        }
        return present;
    }

    private Optional<Path> locate(String path) {
        if (!LockPath.isInProject(path)) {
            return repositories.find(path);
        }
        Path file = root.resolve(path.substring(LockPath.PROJECT_PREFIX.length()));
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(file) : Optional.empty();
    }
}
