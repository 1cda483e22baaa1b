package io.github.mavenhardening.core.lock;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/**
 * Hashes each file once, on all cores. One instance serves all modules of a reactor; {@link #again()} makes the next for those
 * who look later in the same session. What was hashed counts then where the file system vouches that the file was not written
 * since ({@link StampRule}), and no size or time that a program can set ever stands in for the bytes.
 *
 * <p>Only what was found is remembered: a file that is absent now may be downloaded before the next
 * module asks.
 */
public final class Hashing {

    private static final long SMALL_BYTES = 32 * 1024;

    /** So many small files are hashed before other cores help. */
    private static final int ALONE = 500;

    private final Clock clock;
    private final StampRule rule;
    private final Map<Path, CompletableFuture<Seen>> earlier;
    private final ConcurrentMap<Path, CompletableFuture<Seen>> known = new ConcurrentHashMap<>();

    /**
     * A result.
     *
     * @param stamp the file's from before it was read; empty where it could not be
     * @param readAt a moment before it was read
     */
    private record Seen(HashResult result, Optional<FileStamp> stamp, Instant readAt) {}

    /** Has hashed nothing yet. */
    public Hashing() {
        this(Clock.systemUTC());
    }

    /** The same by another clock. */
    Hashing(Clock clock) {
        this(clock, new StampRule(), Map.of());
    }

    private Hashing(Clock clock, StampRule rule, Map<Path, CompletableFuture<Seen>> earlier) {
        this.clock = clock;
        this.rule = rule;
        this.earlier = earlier;
    }

    /** For another look, later: files are hashed again, but for those that were not written since. */
    public Hashing again() {
        return new Hashing(clock, rule, known);
    }

    /**
     * The hash that a file has now, for who asks often: what was hashed before counts unless its stamp shows a write since. One
     * through a mapping may not show; {@link #again()} leaves nothing out.
     */
    public HashResult now(Path file) {
        Candidate candidate = Candidate.of(keyOf(file));
        CompletableFuture<Seen> then = known.get(candidate.file());
        if (then != null && hasSameStamp(candidate, then.join())) {
            Seen seen = then.join();
            if (rule.holdsButForMappings(candidate.stamp().get(), seen.readAt())) {
                return seen.result();
            }
        }
        Seen seen = read(candidate);
        if (seen.result() instanceof HashResult.Hashed) {
            known.put(candidate.file(), CompletableFuture.completedFuture(seen));
        }
        return seen.result();
    }

    /**
     * Hashes the files that were not hashed before, on all cores. It begins alone and with small ones: until the JVM has compiled
     * the algorithm a megabyte takes 28 ms, thirty times as long as after it, and all cores at it would keep the compiler waiting.
     * That takes 0.1 to 0.3 s off a warm build of 3.5 s on two cores (src/test/benchmark/overhead).
     */
    public void hashAll(Collection<Path> files) {
        Queue<Candidate> left = new ConcurrentLinkedQueue<>();
        int alone = 0;
        for (Path file : files) {
            Path key = keyOf(file);
            if (!known.containsKey(key)) {
                Candidate candidate = Candidate.of(key);
                if (candidate.size() < SMALL_BYTES && alone++ < ALONE) {
                    hash(candidate);
                } else {
                    left.add(candidate);
                }
            }
        }
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

    private void hashUntilEmpty(Queue<Candidate> left) {
        for (Candidate next = left.poll(); next != null; next = left.poll()) {
            hash(next);
        }
    }

    /** The hash of a file, computed now or earlier in this session. Never null, never an exception. */
    public HashResult hash(Path file) {
        Path key = keyOf(file);
        CompletableFuture<Seen> seen = known.get(key);
        return seen == null ? hash(Candidate.of(key)) : seen.join().result();
    }

    private HashResult hash(Candidate candidate) {
        CompletableFuture<Seen> mine = new CompletableFuture<>();
        CompletableFuture<Seen> other = known.putIfAbsent(candidate.file(), mine);
        if (other != null) {
            return other.join().result();
        }
        Seen seen = new Seen(new HashResult.Unreadable("reading it failed"), Optional.empty(), clock.instant());
        try {
            seen = unwritten(candidate).orElseGet(() -> read(candidate));
        } finally {
            if (seen.result() instanceof HashResult.Absent) {
                known.remove(candidate.file(), mine);
            }
            mine.complete(seen);
        }
        return seen.result();
    }

    /** What an earlier look saw, where it still holds. */
    private Optional<Seen> unwritten(Candidate candidate) {
        CompletableFuture<Seen> then = earlier.get(candidate.file());
        return then != null && isUnwritten(candidate, then.join()) ? Optional.of(then.join()) : Optional.empty();
    }

    private boolean isUnwritten(Candidate candidate, Seen then) {
        return hasSameStamp(candidate, then)
                && rule.holds(candidate.file(), then.stamp().get(), then.readAt());
    }

    private static boolean hasSameStamp(Candidate candidate, Seen then) {
        return then.stamp().isPresent() && then.stamp().equals(candidate.stamp());
    }

    private Seen read(Candidate candidate) {
        Instant now = clock.instant();
        return new Seen(candidate.read(), candidate.stamp(), now);
    }

    private static Path keyOf(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /**
     * A file that may be read: opening a pipe would wait for ever.
     *
     * @param file where
     * @param stamp what the file system tells of it; empty when it cannot be hashed
     * @param problem why it cannot be hashed; empty when it can
     */
    private record Candidate(Path file, Optional<FileStamp> stamp, Optional<HashResult> problem) {

        static Candidate of(Path file) {
            try {
                FileStamp.Read read = FileStamp.read(file);
                if (read.isRegularFile()) {
                    return new Candidate(file, Optional.of(read.stamp()), Optional.empty());
                }
                return refused(
                        file,
                        new HashResult.Unreadable(
                                read.isDirectory() ? "it is a directory" : "it is not a regular file"));
            } catch (IOException e) {
                return refused(file, problemOf(file, e));
            }
        }

        private static Candidate refused(Path file, HashResult problem) {
            return new Candidate(file, Optional.empty(), Optional.of(problem));
        }

        long size() {
            return stamp.isPresent() ? stamp.get().size() : 0;
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
                        ? new HashResult.Unreadable("it is a broken link")
                        : new HashResult.Absent();
            }
            return new HashResult.Unreadable(
                    problem instanceof AccessDeniedException
                            ? "access is denied"
                            : "reading it failed (" + problem.getClass().getSimpleName() + ")");
        }
    }
}
