package io.github.mavenhardening.core.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Actions that use each other in a circle, which never end and which GitHub takes in no lock. */
public final class UsesCycle {

    private UsesCycle() {}

    /**
     * The keys of the first cycle, from one on until it comes again; empty where there is none. The cost is that of the lock's size.
     *
     * @param uses what each key uses itself
     */
    public static List<String> find(Map<String, ? extends Collection<String>> uses) {
        Set<String> seen = new HashSet<>();
        for (String start : uses.keySet()) {
            List<String> way = new ArrayList<>();
            Set<String> onWay = new HashSet<>();
            Deque<Iterator<String>> left = new ArrayDeque<>();
            enter(start, uses, seen, way, onWay, left);
            while (!left.isEmpty()) {
                if (!left.peek().hasNext()) {
                    left.pop();
                    onWay.remove(way.remove(way.size() - 1));
                    continue;
                }
                String next = left.peek().next();
                if (onWay.contains(next)) {
                    way.add(next);
                    return List.copyOf(way.subList(way.indexOf(next), way.size()));
                }
                enter(next, uses, seen, way, onWay, left);
            }
        }
        return List.of();
    }

    private static void enter(
            String key,
            Map<String, ? extends Collection<String>> uses,
            Set<String> seen,
            List<String> way,
            Set<String> onWay,
            Deque<Iterator<String>> left) {
        Collection<String> used = uses.get(key);
        if (used != null && seen.add(key)) {
            way.add(key);
            onWay.add(key);
            left.push(List.<String>copyOf(used).iterator());
        }
    }
}
