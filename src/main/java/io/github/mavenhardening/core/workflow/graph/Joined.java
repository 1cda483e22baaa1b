package io.github.mavenhardening.core.workflow.graph;

import java.util.IdentityHashMap;

/** Things that are joined in pairs, and by that to all that those are joined to; compared by identity. */
public final class Joined<T> {

    private final IdentityHashMap<T, T> leaders = new IdentityHashMap<>();

    /** Joins two, and all that they are joined to. */
    public void join(T one, T other) {
        T first = leader(one);
        T second = leader(other);
        if (first != second) {
            leaders.put(second, first);
        }
    }

    /** The one that stands for all that a thing is joined to; itself where it stands alone. */
    public T leader(T thing) {
        T leader = thing;
        for (T next = leaders.get(leader); next != null; next = leaders.get(leader)) {
            leader = next;
        }
        // The next one finds it at once, or a long chain would be walked for each of its members.
        for (T at = thing; at != leader; ) {
            at = leaders.put(at, leader);
        }
        return leader;
    }
}
