package io.github.mavenhardening.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that goes on beside the caller's on a daemon thread of its own, which has the caller's context class loader: Maven
 * chooses by it which components a resolution sees.
 *
 * @param <T> what it comes to
 */
public final class BackgroundTask<T> {

    private final FutureTask<T> task;

    private BackgroundTask(FutureTask<T> task) {
        this.task = task;
    }

    /** Starts the work on a thread of that name. */
    public static <T> BackgroundTask<T> start(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        return new BackgroundTask<>(task);
    }

    /** One that is done and needed no thread. */
    public static <T> BackgroundTask<T> done(T result) {
        FutureTask<T> task = new FutureTask<>(() -> result);
        task.run();
        return new BackgroundTask<>(task);
    }

    /** Runs all of that on all cores and waits for it; what one throws, this throws, and those not begun are left. */
    public static void runAll(String name, List<Runnable> work) {
        Queue<Runnable> left = new ConcurrentLinkedQueue<>(work);
        List<BackgroundTask<Void>> beside = new ArrayList<>();
        int cores = Math.min(work.size(), Runtime.getRuntime().availableProcessors());
        for (int i = 1; i < cores; i++) {
            beside.add(start(name, () -> runUntilEmpty(left)));
        }
        runUntilEmpty(left);
        for (BackgroundTask<Void> task : beside) {
            task.join();
        }
    }

    private static Void runUntilEmpty(Queue<Runnable> left) {
        boolean done = false;
        try {
            for (Runnable next = left.poll(); next != null; next = left.poll()) {
                next.run();
            }
            done = true;
            return null;
        } finally {
            if (!done) {
                left.clear();
            }
        }
    }

    /** Waits for the work and answers what it came to; what it threw, this throws. */
    public T join() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
