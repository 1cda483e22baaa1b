package io.github.mavenhardening.hostile;

import static org.assertj.core.api.Assertions.fail;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Demands that work ends, by the processor's time that this process takes: a machine that is busy with other things takes nothing from
 * it. Only what waits for ever, and takes no time of the processor, is stopped by the clock.
 */
public final class Patience {

    private static final Duration PROCESSOR = Duration.ofMinutes(10);
    private static final Duration CLOCK = Duration.ofHours(1);
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Patience() {}

    /** Work that may throw. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** Runs work; fails where it does not end, and throws what it throws. */
    public static void assertEnds(Work work) {
        assertEnds(work, PROCESSOR, CLOCK);
    }

    static void assertEnds(Work work, Duration processor, Duration clock) {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "patience");
            made.setDaemon(true);
            return made;
        });
        Callable<Void> task = () -> {
            work.run();
            return null;
        };
        long used = SYSTEM.getProcessCpuTime();
        long begun = System.nanoTime();
        Future<Void> end = thread.submit(task);
        try {
            while (true) {
                try {
                    end.get(200, TimeUnit.MILLISECONDS);
                    return;
                } catch (TimeoutException e) {
                    if (SYSTEM.getProcessCpuTime() - used > processor.toNanos()) {
                        fail("It takes more than %s of the processor's time", processor);
                    }
                    if (System.nanoTime() - begun > clock.toNanos()) {
                        fail("It waits for more than %s", clock);
                    }
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            thread.shutdownNow();
        }
    }
}
