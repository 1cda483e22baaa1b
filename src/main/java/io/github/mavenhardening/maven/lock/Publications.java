package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.maven.lock.LastModified.RemoteFile;
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
import java.util.function.Supplier;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Asks the repositories that files came from when these were published there, once for each version of an artifact. What they
 * answer is the day on which they stored the file, by the header that Maven Central and the usual repository managers send.
 */
final class Publications {

    private final Network network = Network.open();
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
    LockMetadata ask(Lock lock, LockMetadata known) {
        Map<String, List<String>> undated = undated(lock, known);
        Map<String, RemoteFile> files = new LinkedHashMap<>();
        undated.forEach((version, paths) -> {
            Optional<RemoteRepository> from = origin(paths.get(0), known);
            if (from.isPresent()) {
                files.put(version, new RemoteFile(from.get(), paths.get(0)));
            } else {
                problem("their repository is not known", version);
            }
        });
        Map<String, FileMetadata> dated = new TreeMap<>();
        try (LastModified port = asking.get()) {
            Map<RemoteFile, Answer<LocalDate>> answers = network.ask(port, files.values());
            files.forEach((version, file) -> {
                Answer<LocalDate> answer = answers.get(file);
                if (answer.value().isEmpty()) {
                    problem(Sanitizer.line(answer.problem()), version);
                    return;
                }
                for (String path : undated.get(version)) {
                    dated.put(
                            path,
                            known.of(path)
                                    .orElse(FileMetadata.none())
                                    .publishedOn(answer.value().get()));
                }
            });
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
