package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.dependency.LockedBuild.Present;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.LockPath;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /**
     * Every locked file that is here, with its hash; files not met before are hashed on all cores. Of a path that several local
     * repositories have, the file that is not what was locked, since Maven may take that one.
     */
    public SortedMap<String, Present> of(Lock lock) {
        SortedMap<String, List<Path>> files = new TreeMap<>();
        List<Path> all = new ArrayList<>();
        for (String path : lock.entries().keySet()) {
            List<Path> found = locate(path);
            if (!found.isEmpty()) {
                files.put(path, found);
                all.addAll(found);
            }
        }
        hashing.hashAll(all);
        SortedMap<String, Present> present = new TreeMap<>();
        for (Map.Entry<String, List<Path>> found : files.entrySet()) {
            LockEntry entry = lock.entries().get(found.getKey());
            present.put(found.getKey(), worst(entry, found.getValue()));
        }
        return present;
    }

    private Present worst(LockEntry entry, List<Path> files) {
        for (Path file : files) {
            HashResult hash = hashing.hash(file);
            boolean right =
                    hash instanceof HashResult.Hashed hashed && hashed.sha256().equals(entry.sha256());
            if (!right) {
                return new Present(file, hash);
            }
        }
        return new Present(files.get(0), hashing.hash(files.get(0)));
    }

    private List<Path> locate(String path) {
        if (!LockPath.isInProject(path)) {
            return repositories.findAll(path);
        }
        Path file = root.resolve(path.substring(LockPath.PROJECT_PREFIX.length()));
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? List.of(file) : List.of();
    }
}
