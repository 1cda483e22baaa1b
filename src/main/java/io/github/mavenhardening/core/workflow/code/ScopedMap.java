package io.github.mavenhardening.core.workflow.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Values by name that go back, where a part of a script ends that keeps its own, to what they were before it.
 *
 * @param <V> the values
 */
final class ScopedMap<V> {

    private final Map<String, V> values = new HashMap<>();
    /** By the parts that are open, what those were that were changed in them; null where they were not set. */
    private final Deque<Map<String, V>> before = new ArrayDeque<>();

    V get(String name) {
        return values.get(name);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    void put(String name, V value) {
        keep(name);
        values.put(name, value);
    }

    void remove(String name) {
        keep(name);
        values.remove(name);
    }

    Map<String, V> all() {
        return values;
    }

    /** Goes into a part that keeps its own. */
    void begin() {
        before.push(new HashMap<>());
    }

    /** Leaves it. */
    void end() {
        before.pop().forEach((name, value) -> values.compute(name, (any, now) -> value));
    }

    private void keep(String name) {
        if (!before.isEmpty() && !before.peek().containsKey(name)) {
            before.peek().put(name, values.get(name));
        }
    }
}
