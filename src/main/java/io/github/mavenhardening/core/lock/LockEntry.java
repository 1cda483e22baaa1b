package io.github.mavenhardening.core.lock;

import io.github.mavenhardening.core.finding.Span;
import java.util.Optional;

/**
 * One locked file.
 *
 * @param path where the file lies, see {@link LockPath}
 * @param sha256 the accepted hash, 64 lower-case hexadecimal digits
 * @param span where the entry stands in the lock file; empty for an entry that was not read from a file
 */
public record LockEntry(String path, String sha256, Optional<Span> span) {

    /** Refuses a path or a hash that a lock file could not hold. */
    public LockEntry {
        Optional<String> problem = LockPath.problemOf(path);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
        if (!Sha256.isHex(sha256)) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal digits");
        }
    }

    /** The 1-based line in the lock file, or 0 for an entry that was not read from a file. */
    public int line() {
        return span.map(Span::line).orElse(0);
    }
}
