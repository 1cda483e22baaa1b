package io.github.mavenhardening.maven.lock;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.plugin.logging.Log;

/** Says what takes so long, from two seconds on: whoever waits is to know that something happens, and what. */
final class Progress {

    private static final int FIRST = 2;
    private static final int NEXT = 10;

    private Progress() {}

    /** Work that answers something. */
    interface Work<T> {
        T run() throws LockException;
    }

    /**
     * Does the work.
     *
     * @param what what is being done, the beginning of a line: {@code Resolving what the build uses}
     */
    static <T> T during(String what, Log log, Work<T> work) throws LockException {
        return during(what, log, work, TimeUnit.SECONDS);
    }

    static <T> T during(String what, Log log, Work<T> work, TimeUnit unit) throws LockException {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "hardening-progress");
            thread.setDaemon(true);
            return thread;
        });
        AtomicInteger passed = new AtomicInteger(FIRST);
        try {
            var unused = timer.scheduleAtFixedRate(
                    () -> log.info(what + " (" + passed.getAndAdd(NEXT) + " s)"), FIRST, NEXT, unit);
            return work.run();
        } finally {
            timer.shutdownNow();
        }
    }
}
