package io.github.mavenhardening.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Demands that what a reader costs grows with the size of its input and no faster. Two things are measured of an input and of others
 * of the same shape that are 4 and 16 times as long: the bytes that are allocated, which are always the same, and the processor's time,
 * the least of several runs. Only what the long ones cost beside the short one counts, never a time by itself. A linear reader costs
 * 16 times as much for the longest, one that sorts some 22 times, a quadratic one 256 times.
 */
final class Growth {

    /** How much longer the longest input is. */
    static final int FACTOR = 16;

    /** How much faster than its length the cost of an input may grow: a logarithm, and three times that for a busy machine. */
    private static final double ALLOWANCE = 4;

    /** How much faster than its length the cost of an input grows where short runs are measured again. */
    private static final double SUSPICIOUS = 1.5;

    /** Arrays double and hash tables are made anew. What is allocated depends on nothing else. */
    private static final double ALLOCATION_ALLOWANCE = 2.5;

    /** Less is not told from nothing. */
    private static final long LEAST_NANOS = 1_000_000;

    private static final long LEAST_BYTES = 256 * 1024;

    private static final int WARM_UP = 3;
    private static final int RUNS = 4;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Growth() {}

    /** What one run took. */
    private record Cost(long nanos, long bytes) {

        /** The least of both, and no less than can be measured. */
        Cost least(Cost other) {
            return new Cost(Math.min(nanos, other.nanos), Math.min(bytes, other.bytes));
        }
    }

    /**
     * Holds a reader to it.
     *
     * @param size the length of the longest input, in bytes
     */
    static void assertWithSize(String name, Reader reader, Shape shape, int size) {
        // A hang, and what doubles with each byte, shows here; all else ends long before.
        Patience.assertEnds(() -> {
            byte[] small = shape.of(size / FACTOR);
            // The first runs meet code that is not compiled yet, which would hide what the long ones cost.
            Cost least = cost(reader, small);
            for (int run = 1; run < WARM_UP; run++) {
                least = least.least(cost(reader, small));
            }
            for (int factor : new int[] {4, FACTOR}) {
                byte[] input = shape.of(size / FACTOR * factor);
                least = compare(name + ", " + shape.name(), reader, small, least, input);
            }
        });
    }

    /** A run that takes too much is tried again, and the small one beside it: another program may have been in the way. */
    private static Cost compare(String what, Reader reader, byte[] small, Cost known, byte[] input) throws Exception {
        double factor = (double) input.length / small.length;
        Cost measured = cost(reader, input);
        // The long run may be the first that meets compiled code: beside slower short ones its growth would not show.
        Cost least = known.least(cost(reader, small));
        for (int run = 1; run < RUNS && exceeds(measured, least, factor); run++) {
            measured = measured.least(cost(reader, input));
            least = least.least(cost(reader, small));
        }
        // A busy machine may have slowed the short runs, beside which the growth would not show.
        for (int run = 1;
                run < RUNS
                        && !exceeds(measured, least, factor)
                        && exceeds(measured, least, SUSPICIOUS * factor / ALLOWANCE);
                run++) {
            least = least.least(cost(reader, small));
        }
        assertThat(exceeds(measured, least, factor))
                .as(
                        "%s: %d bytes cost %d us and %d kB, %d bytes cost %d us and %d kB",
                        what,
                        small.length,
                        least.nanos() / 1_000,
                        least.bytes() / 1_024,
                        input.length,
                        measured.nanos() / 1_000,
                        measured.bytes() / 1_024)
                .isFalse();
        return least;
    }

    private static boolean exceeds(Cost measured, Cost small, double factor) {
        return measured.nanos() > factor * ALLOWANCE * Math.max(small.nanos(), LEAST_NANOS)
                || measured.bytes() > factor * ALLOCATION_ALLOWANCE * Math.max(small.bytes(), LEAST_BYTES);
    }

    /** In a pool of one thread, on which parallel streams stay too. */
    private static Cost cost(Reader reader, byte[] input) throws Exception {
        ForkJoinPool alone = new ForkJoinPool(1);
        try {
            return alone.submit(ForkJoinTask.adapt(() -> {
                        long thread = Thread.currentThread().getId();
                        long bytes = THREADS.getThreadAllocatedBytes(thread);
                        long nanos = THREADS.getCurrentThreadCpuTime();
                        reader.read(input);
                        return new Cost(
                                THREADS.getCurrentThreadCpuTime() - nanos,
                                THREADS.getThreadAllocatedBytes(thread) - bytes);
                    }))
                    .get();
        } finally {
            alone.shutdown();
        }
    }
}
