package io.github.mavenhardening.core.history;

import io.github.mavenhardening.core.finding.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a repository stood over time.
 *
 * @param points its commits, the oldest first
 * @param limits what no point tells, a sentence each
 */
public record History(List<HistoryPoint> points, List<String> limits) {

    public History {
        points = List.copyOf(points);
        limits = List.copyOf(limits);
    }

    /** The points that could be looked at, the oldest first. */
    public List<HistoryPoint> looked() {
        return points.stream().filter(HistoryPoint::looked).toList();
    }

    /**
     * What changed since the point before, by check: how many findings more, or fewer where negative. A point that could not be
     * looked at, and the first one, have nothing to be compared.
     *
     * @param at the point's place in {@link #looked()}
     */
    public SortedMap<String, Integer> changes(int at) {
        SortedMap<String, Integer> changes = new TreeMap<>();
        if (at > 0) {
            List<HistoryPoint> looked = looked();
            changes.putAll(looked.get(at).checks());
            looked.get(at - 1).checks().forEach((id, count) -> changes.merge(id, -count, Integer::sum));
            changes.values().removeIf(difference -> difference == 0);
        }
        return changes;
    }

    /** What could not be looked at in some of the points, each sentence once, with the points that it is about. */
    public List<String> gaps() {
        SortedMap<String, List<String>> byGap = new TreeMap<>();
        for (HistoryPoint point : points) {
            point.gaps()
                    .forEach(gap -> byGap.computeIfAbsent(gap, any -> new ArrayList<>())
                            .add(point.version().name()));
        }
        List<String> gaps = new ArrayList<>();
        byGap.forEach((gap, names) -> gaps.add(names.get(0)
                + (names.size() > 1
                        ? " to " + names.get(names.size() - 1) + ", " + Count.of(names.size(), "commits")
                        : "")
                + ": "
                + gap));
        return gaps;
    }
}
