package io.github.mavenhardening.core.lock.recorded;

import io.github.mavenhardening.core.lock.LockPath;
import java.util.Locale;
import java.util.Optional;

/**
 * The checksum that a tool recorded for one file.
 *
 * @param path where the file lies in a local repository, see {@link LockPath}
 * @param algorithm how the checksum was computed
 * @param hex the checksum, in lower-case hexadecimal digits
 * @param repositoryId the repository that the record is about; empty where it is about the file from anywhere
 * @param line the 1-based line of the record; 0 where its format has no lines of its own
 */
public record RecordedChecksum(
        String path, ChecksumAlgorithm algorithm, String hex, Optional<String> repositoryId, int line) {

    /** Refuses what leads out of a local repository, and what is not a checksum. */
    public RecordedChecksum {
        LockPath.problemOf(path).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        if (!algorithm.isHex(hex)) {
            throw new IllegalArgumentException("no checksum of " + algorithm.standardName());
        }
        hex = hex.toLowerCase(Locale.ROOT);
    }

    /** A record of those parts; empty where they make none. */
    static Optional<RecordedChecksum> of(
            String path, String algorithmName, String hex, Optional<String> repositoryId, int line) {
        Optional<ChecksumAlgorithm> algorithm = ChecksumAlgorithm.of(algorithmName);
        boolean sound = algorithm.isPresent()
                && algorithm.get().isHex(hex)
                && LockPath.problemOf(path).isEmpty();
        return sound
                ? Optional.of(new RecordedChecksum(path, algorithm.get(), hex, repositoryId, line))
                : Optional.empty();
    }
}
