package io.github.mavenhardening.core.lock;

/** The lock's readers, for inputs that anybody may have written. */
public final class LockInputs {

    private LockInputs() {}

    /** Reads a lock, and what both sides of a merge left of one, and writes what was read. */
    public static void lock(byte[] input) {
        for (boolean merging : new boolean[] {false, true}) {
            try {
                Lock lock = merging ? LockParser.parseMerging(input) : LockParser.parse(input);
                lock.render();
                lock.entries().keySet().forEach(LockPath::coordinatesOf);
                lock.without(lock.entries().keySet()).render();
            } catch (LockSyntaxException e) {
                // As documented.
            }
        }
    }
}
