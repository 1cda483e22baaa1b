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
import java.util.Optional;
import java.util.SortedSet;

/** A context that notes whether checks ask for the repository's files or the time, or leave anything but findings. */
final class Watched {

    private final CheckContext context;
    private volatile boolean asked;

    Watched(CheckContext outer) {
        Environment environment = outer.environment();
        this.context = outer.apart(
                new Repository(new Files(outer.repository()), outer.repository().slug()),
                new Environment(
                        new Time(environment.clock()),
                        environment.variables(),
                        environment.base(),
                        environment.network()));
    }

    CheckContext context() {
        return context;
    }

    boolean wasAsked() {
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
            return asked().isFile(path);
        }

        @Override
        public boolean exists(String path) {
            return asked().exists(path);
        }

        @Override
        public byte[] read(String path, int limit) throws IOException {
            // What is found by it is not kept: that it was asked for is all that counts.
            asked();
            throw new IOException("not read here");
        }

        @Override
        public Optional<List<TrackedFile>> tracked() {
            return asked().tracked();
        }

        @Override
        public List<String> notes() {
            return asked().notes();
        }
    }
}
