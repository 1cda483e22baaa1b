package io.github.mavenhardening.core.lock;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/**
 * Hashes each file once, on all cores. One instance serves a whole build session, so that the
 * modules of a reactor share its results. Neither size nor time stamp ever stands in for the bytes.
 *
 * <p>Only what was found is remembered: a file that is absent now may be downloaded before the next
 * module asks.
 */
public final class Hashing {

    private final ConcurrentMap<Path, CompletableFuture<HashResult>> known = new ConcurrentHashMap<>();

    /**
     * Hashes the files that were not hashed before, on all cores. Each takes the next file when it is done with one: a few jars
     * have most of the bytes.
     */
    public void hashAll(Collection<Path> files) {
        Queue<Path> left = new ConcurrentLinkedQueue<>(files);
        int others = Math.min(Runtime.getRuntime().availableProcessors(), left.size()) - 1;
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < others; i++) {
            running.add(CompletableFuture.runAsync(() -> hashUntilEmpty(left)));
        }
        hashUntilEmpty(left);
        for (CompletableFuture<Void> one : running) {
            one.join();
        }
    }

    private void hashUntilEmpty(Queue<Path> left) {
        for (Path file = left.poll(); file != null; file = left.poll()) {
            hash(file);
        }
    }

    /** The hash of a file, computed now or earlier in this session. Never null, never an exception. */
    public HashResult hash(Path file) {
        Path key = file.toAbsolutePath().normalize();
        CompletableFuture<HashResult> mine = new CompletableFuture<>();
        CompletableFuture<HashResult> earlier = known.putIfAbsent(key, mine);
        if (earlier != null) {
            return earlier.join();
        }
        HashResult result = new HashResult.Unreadable("reading it failed");
        try {
            result = read(key);
        } finally {
            if (result instanceof HashResult.Absent) {
                known.remove(key, mine);
            }
            mine.complete(result);
        }
        return result;
    }

    /** How many files were looked at so far. */
    public int size() {
        return known.size();
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
