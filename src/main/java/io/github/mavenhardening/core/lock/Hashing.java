package io.github.mavenhardening.core.lock;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Hashes each file once, on all cores. One instance serves a whole build session, so that the
 * modules of a reactor share its results. Neither size nor time stamp ever stands in for the bytes.
 *
 * <p>Only what was found is remembered: a file that is absent now may be downloaded before the next
 * module asks.
 */
public final class Hashing {

    private final ConcurrentMap<Path, HashResult> known = new ConcurrentHashMap<>();

    /** Hashes the files that were not hashed before, in parallel. */
    public void hashAll(Collection<Path> files) {
        files.parallelStream().forEach(this::hash);
    }

    /** The hash of a file, computed now or earlier in this session. Never null, never an exception. */
    public HashResult hash(Path file) {
        Path key = file.toAbsolutePath().normalize();
        HashResult result = known.computeIfAbsent(key, Hashing::readUnlessAbsent);
        return result == null ? new HashResult.Absent() : result;
    }

    /** How many files were looked at so far. */
    public int size() {
        return known.size();
    }

    /** Null for an absent file, which a map does not remember. */
    private static HashResult readUnlessAbsent(Path file) {
        HashResult result = read(file);
        return result instanceof HashResult.Absent ? null : result;
    }

    private static HashResult read(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new HashResult.Absent();
        }
        if (Files.isDirectory(file)) {
            return new HashResult.Unreadable("it is a directory");
        }
        if (!Files.isRegularFile(file)) {
            return new HashResult.Unreadable("it is no regular file");
        }
        try {
            return new HashResult.Hashed(Sha256.of(file));
        } catch (NoSuchFileException e) {
            return new HashResult.Absent();
        } catch (AccessDeniedException e) {
            return new HashResult.Unreadable("access is denied");
        } catch (IOException e) {
            return new HashResult.Unreadable(
                    "reading it failed (" + e.getClass().getSimpleName() + ")");
        }
    }
}
