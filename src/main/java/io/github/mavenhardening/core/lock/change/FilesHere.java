package io.github.mavenhardening.core.lock.change;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.LockPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The locked files on this disk. Only one that has the locked bytes says anything of what is locked.
 *
 * @param root the root of the checkout
 * @param local the local repositories
 * @param hashing hashes each file once
 */
record FilesHere(Path root, LocalRepositories local, Hashing hashing) {

    /**
     * Where a locked file lies.
     *
     * @param file empty where none has the locked bytes
     * @param reason why, a sentence fragment; empty where there is one
     */
    record Found(Optional<Path> file, String reason) {}

    Found find(LockEntry entry) {
        boolean ours = LockPath.isInProject(entry.path());
        List<Path> files = ours
                ? List.of(root.resolve(entry.path().substring(LockPath.PROJECT_PREFIX.length())))
                : local.findAll(entry.path());
        String reason = ours ? "it is not in the checkout" : "it is not in the local repository";
        for (Path file : files) {
            HashResult hash = hashing.hash(file);
            if (hash instanceof HashResult.Hashed hashed) {
                if (hashed.sha256().equals(entry.sha256())) {
                    return new Found(Optional.of(file), "");
                }
                reason = "the file here has other bytes than are locked";
            } else if (hash instanceof HashResult.Unreadable unreadable) {
                reason = unreadable.reason();
            }
        }
        return new Found(Optional.empty(), reason);
    }
}
