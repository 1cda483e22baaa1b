package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Asks the repositories that files came from when these were published there, once for each version of an artifact. What they
 * answer is the day on which they stored the file, by the header that Maven Central and the usual repository managers send.
 */
final class Publications {

    /** As many requests at once as Maven itself makes downloads, and a few more: these have no content. */
    private static final int AT_ONCE = 8;

    private final Remotes remotes;
    private final Supplier<LastModified> asking;
    /** The versions without a known publication date, by the reason. */
    private final SortedMap<String, SortedSet<String>> problems = new TreeMap<>();

    Publications(Remotes remotes, RepositorySystemSession session) {
        this(remotes, () -> new LastModified(session));
    }

    /** The same with other means of asking. */
    Publications(Remotes remotes, Supplier<LastModified> asking) {
        this.remotes = remotes;
        this.asking = asking;
    }

    /** The metadata with the days of files that had none. */
    LockMetadata ask(Lock lock, LockMetadata known) throws LockException {
        Map<String, List<String>> undated = undated(lock, known);
        Map<String, FileMetadata> dated = new TreeMap<>();
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "hardening-publications");
            thread.setDaemon(true);
            return thread;
        });
        try (LastModified answers = asking.get()) {
            Map<String, Future<LocalDate>> asked = new LinkedHashMap<>();
            for (Map.Entry<String, List<String>> version : undated.entrySet()) {
                String path = version.getValue().get(0);
                Optional<RemoteRepository> from = origin(path, known);
                if (from.isEmpty()) {
                    problem("their repository is not known", version.getKey());
                } else {
                    asked.put(version.getKey(), workers.submit(() -> answers.of(from.get(), path)));
                }
            }
            for (Map.Entry<String, Future<LocalDate>> answer : asked.entrySet()) {
                Optional<LocalDate> day = day(answer.getKey(), answer.getValue());
                if (day.isPresent()) {
                    for (String path : undated.get(answer.getKey())) {
                        dated.put(
                                path, known.of(path).orElse(FileMetadata.none()).publishedOn(day.get()));
                    }
                }
            }
        } finally {
            workers.shutdownNow();
        }
        return known.with(dated);
    }

    /** A sentence about what could not be learned, with a line for each reason; empty where everything was. */
    Optional<String> problem() {
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        int count = 0;
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, SortedSet<String>> problem : problems.entrySet()) {
            count += problem.getValue().size();
            lines.add(problem.getKey() + ": " + LockReport.some(problem.getValue()));
        }
        return Optional.of(
                "The publication date is unknown for " + Count.of(count, "versions") + ":" + LockReport.lines(lines));
    }

    private void problem(String reason, String version) {
        problems.computeIfAbsent(reason, unknown -> new TreeSet<>()).add(version);
    }

    private Optional<LocalDate> day(String version, Future<LocalDate> answer) throws LockException {
        try {
            return Optional.of(answer.get());
        } catch (ExecutionException e) {
            String said = e.getCause().getMessage();
            problem(Sanitizer.line(said == null ? e.getCause().getClass().getSimpleName() : said), version);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LockException.broken("the build was interrupted", e);
        }
    }

    private Optional<RemoteRepository> origin(String path, LockMetadata known) {
        return known.of(path).flatMap(FileMetadata::origin).flatMap(remotes::of);
    }

    /** Paths without a day, by the version that they belong to. */
    private static Map<String, List<String>> undated(Lock lock, LockMetadata known) {
        Map<String, List<String>> undated = new TreeMap<>();
        for (String path : lock.entries().keySet()) {
            Optional<Coordinates> coordinates = LockPath.coordinatesOf(path);
            if (coordinates.isPresent()
                    && known.of(path).flatMap(FileMetadata::published).isEmpty()) {
                undated.computeIfAbsent(coordinates.get().gav(), unknown -> new ArrayList<>())
                        .add(path);
            }
        }
        return undated;
    }
}
