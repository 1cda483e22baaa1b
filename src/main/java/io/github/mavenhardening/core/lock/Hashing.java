package io.github.mavenhardening.core.lock;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    private static final long LARGE_BYTES = 1024 * 1024;

    private final ConcurrentMap<Path, CompletableFuture<HashResult>> known = new ConcurrentHashMap<>();

    /**
     * Hashes the files that were not hashed before, on all cores. Each takes the next file when it is done with one, the large ones
     * first: a few jars have most of the bytes, and all would wait in the end for the one who has the last of them.
     */
    public void hashAll(Collection<Path> files) {
        Queue<Path> all = new ConcurrentLinkedQueue<>(files);
        Queue<Candidate> small = new ConcurrentLinkedQueue<>();
        int others = Math.min(Runtime.getRuntime().availableProcessors(), files.size()) - 1;
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < others; i++) {
            running.add(CompletableFuture.runAsync(() -> hashUntilEmpty(all, small)));
        }
        hashUntilEmpty(all, small);
        for (CompletableFuture<Void> one : running) {
            one.join();
        }
    }

    private void hashUntilEmpty(Queue<Path> all, Queue<Candidate> small) {
        for (Path file = all.poll(); file != null; file = all.poll()) {
            Path key = keyOf(file);
            if (!known.containsKey(key)) {
                Candidate candidate = Candidate.of(key);
                if (candidate.size() < LARGE_BYTES) {
                    small.add(candidate);
                } else {
                    hash(candidate);
                }
            }
        }
        for (Candidate candidate = small.poll(); candidate != null; candidate = small.poll()) {
            hash(candidate);
        }
    }

    /** The hash of a file, computed now or earlier in this session. Never null, never an exception. */
    public HashResult hash(Path file) {
        Path key = keyOf(file);
        CompletableFuture<HashResult> earlier = known.get(key);
        return earlier == null ? hash(Candidate.of(key)) : earlier.join();
    }

    private HashResult hash(Candidate candidate) {
        CompletableFuture<HashResult> mine = new CompletableFuture<>();
        CompletableFuture<HashResult> earlier = known.putIfAbsent(candidate.file(), mine);
        if (earlier != null) {
            return earlier.join();
        }
        HashResult result = new HashResult.Unreadable("reading it failed");
        try {
            result = candidate.read();
        } finally {
            if (result instanceof HashResult.Absent) {
                known.remove(candidate.file(), mine);
            }
            mine.complete(result);
        }
        return result;
    }

    private static Path keyOf(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** How many files were looked at so far. */
    public int size() {
        return known.size();
    }

    /**
     * A file that may be read: opening a pipe would wait for ever.
     *
     * @param file where
     * @param size how many bytes it has
     * @param problem why it cannot be hashed; empty when it can
     */
    private record Candidate(Path file, long size, Optional<HashResult> problem) {

        static Candidate of(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    return new Candidate(file, attributes.size(), Optional.empty());
                }
                String what = attributes.isDirectory() ? "it is a directory" : "it is no regular file";
                return new Candidate(file, 0, Optional.of(new HashResult.Unreadable(what)));
            } catch (IOException e) {
                return new Candidate(file, 0, Optional.of(problemOf(file, e)));
            }
        }

        HashResult read() {
            if (problem.isPresent()) {
                return problem.get();
            }
            try {
                return new HashResult.Hashed(Sha256.of(file));
            } catch (IOException e) {
                return problemOf(file, e);
            }
        }

        private static HashResult problemOf(Path file, IOException problem) {
            if (problem instanceof NoSuchFileException) {
                return Files.isSymbolicLink(file)
                        ? new HashResult.Unreadable("it is a link to nothing")
                        : new HashResult.Absent();
            }
            return new HashResult.Unreadable(
                    problem instanceof AccessDeniedException
                            ? "access is denied"
                            : "reading it failed (" + problem.getClass().getSimpleName() + ")");
        }
    }
}
