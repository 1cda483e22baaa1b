package io.github.mavenhardening.core.lock;

import java.util.Objects;

/**
 * One locked file.
 *
 * @param path where the file lies, see {@link LockPath}
 * @param sha256 the accepted hash, 64 lower-case hexadecimal digits
 * @param line the 1-based line in the lock file, or 0 for an entry that was not read from a file
 */
public record LockEntry(String path, String sha256, int line) {

    /** Refuses a path or a hash that a lock file could not hold. */
    public LockEntry {
        LockPath.problemOf(path).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        if (!Sha256.isHex(sha256)) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal digits");
        }
        Objects.checkIndex(line, Integer.MAX_VALUE);
    }
}
