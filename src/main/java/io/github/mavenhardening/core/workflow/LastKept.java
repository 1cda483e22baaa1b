package io.github.mavenhardening.core.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Which parts something is kept of, the first one first, and how much room that takes. Thread-safe. */
final class LastKept {

    private record Entry(Object part, long size) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long taken;

    /** Adds a part and answers those that are to be dropped for it. */
    synchronized List<Object> add(Object part, long size, long most) {
        List<Object> dropped = new ArrayList<>();
        entries.add(new Entry(part, size));
        taken += size;
        while (taken > most && entries.size() > 1) {
            Entry first = entries.remove();
            taken -= first.size();
            if (first.part() != part) {
                dropped.add(first.part());
            }
        }
        return dropped;
    }
}
