package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.FileTree;
import io.github.mavenhardening.core.source.GitFolder;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedFile;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A context that notes what checks ask of the repository's files, and whether they ask for more than whether there are some and
 * what they hold, or for the time, or leave anything but findings.
 */
final class WatchedContext {

    private final CheckContext context;
    private final Map<String, Boolean> files = new ConcurrentHashMap<>();
    private final Map<String, Boolean> paths = new ConcurrentHashMap<>();
    private final Map<String, String> contents = new ConcurrentHashMap<>();
    private volatile boolean asked;

    WatchedContext(CheckContext outer) {
        Environment environment = outer.environment();
        this.context = outer.apart(
                new Repository(new Files(outer.repository()), outer.repository().slug()),
                environment.at(new Time(environment.clock())));
    }

    CheckContext context() {
        return context;
    }

    /**
     * What files were asked about, and what the answers were.
     *
     * @param files whether there is a file at a path
     * @param paths whether there is anything at a path
     * @param contents the SHA-256 of a file
     */
    record Answers(Map<String, Boolean> files, Map<String, Boolean> paths, Map<String, String> contents) {

        /** Whether another version of the repository answers the same. */
        boolean holdIn(Repository repository) {
            for (Map.Entry<String, Boolean> file : files.entrySet()) {
                if (repository.isFile(file.getKey()) != file.getValue()) {
                    return false;
                }
            }
            for (Map.Entry<String, Boolean> path : paths.entrySet()) {
                if (repository.exists(path.getKey()) != path.getValue()) {
                    return false;
                }
            }
            for (Map.Entry<String, String> content : contents.entrySet()) {
                // Silent: a file beyond the limit is another answer, and the part is walked again.
                if (!repository.sha256(content.getKey(), FileTree.FILE_LIMIT).equals(Optional.of(content.getValue()))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The answers that were given. */
    Answers answers() {
        return new Answers(Map.copyOf(files), Map.copyOf(paths), Map.copyOf(contents));
    }

    /** Whether anything was asked or left that the answers do not hold. */
    boolean wentBeyond() {
        return asked
                || !context.gaps().isEmpty()
                || !context.notes().isEmpty()
                || !context.expiries().isEmpty();
    }

    /** The time, noted when it is asked for. */
    private final class Time extends Clock {
        private final Clock clock;

        Time(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Instant instant() {
            asked = true;
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Time(clock.withZone(zone));
        }
    }

    /** The files, noted when they are asked for. */
    private final class Files implements FileTree {
        private final Repository repository;

        Files(Repository repository) {
            this.repository = repository;
        }

        private Repository asked() {
            asked = true;
            return repository;
        }

        @Override
        public SortedSet<String> files() {
            return asked().files();
        }

        @Override
        public SortedSet<String> filesIn(String folder) {
            return asked().filesIn(folder);
        }

        @Override
        public GitFolder git() {
            return asked().git();
        }

        @Override
        public boolean isFile(String path) {
            return files.computeIfAbsent(path, repository::isFile);
        }

        @Override
        public boolean exists(String path) {
            return paths.computeIfAbsent(path, repository::exists);
        }

        @Override
        public byte[] read(String path, int limit) throws IOException {
            Optional<String> sum = repository.sha256(path, limit);
            if (sum.isPresent()) {
                contents.put(path, sum.get());
                return repository.head(path, limit).orElseThrow(() -> new IOException("not read here"));
            }
            // What is found by it is not kept: that it was asked for is all that counts.
            asked();
            throw new IOException("not read here");
        }

        @Override
        public Optional<List<TrackedFile>> tracked() {
            return asked().tracked();
        }

        @Override
        public List<String> leftOut() {
            return asked().leftOut();
        }

        @Override
        public List<String> notes() {
            return asked().notes();
        }
    }
}
