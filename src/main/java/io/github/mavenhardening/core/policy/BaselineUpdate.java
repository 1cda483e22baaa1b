package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.baseline.Baseline;
import io.github.mavenhardening.core.baseline.BaselineEntry;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The baseline that comes after a run. A first one has all that was found; a later one only loses what is gone, unless new
 * findings are to be accepted. Findings of integrity, and those that say nothing once a change is merged, never come into it.
 *
 * @param next the baseline to write
 * @param added what it has and the one before has not, with how often
 * @param refused the counting findings that cannot be known, by check
 * @param cut the checks that found more than is listed: nobody knows what, so that it cannot be known
 */
public record BaselineUpdate(
        Baseline next,
        SortedMap<BaselineEntry, Integer> added,
        SortedMap<String, Integer> refused,
        SortedSet<String> cut) {

    /**
     * That of a run.
     *
     * @param before the baseline that there is; empty for a first one
     * @param accept whether new findings are accepted
     * @param plugin the release of this plugin
     * @param checks all checks that there are
     */
    public static BaselineUpdate of(
            Result result, Optional<Baseline> before, boolean accept, String plugin, Checks checks) {
        SortedMap<BaselineEntry, Integer> entries =
                new TreeMap<>(result.comparison().kept());
        SortedMap<BaselineEntry, Integer> added = new TreeMap<>();
        SortedMap<String, Integer> refused = new TreeMap<>();
        SortedSet<String> cut = new TreeSet<>();
        boolean fromRelease = false;
        for (EvaluatedFinding judged : result.counting()) {
            Optional<BaselineState> state = judged.baseline();
            if (judged.integrity() || !canBeKnown(judged, checks)) {
                refused.merge(judged.finding().checkId(), 1, Integer::sum);
            } else if (judged.finding().standsForMore()) {
                cut.add(judged.finding().checkId());
            } else if (!state.equals(Optional.of(BaselineState.UNCHANGED))) {
                fromRelease |= state.equals(Optional.of(BaselineState.NEW_IN_RELEASE));
                if (accept || before.isEmpty()) {
                    added.merge(BaselineEntry.of(judged.finding()), 1, Integer::sum);
                }
            }
        }
        added.forEach((entry, count) -> entries.merge(entry, count, Integer::sum));
        // As long as findings of newer checks are left, they stay new because of a release, and keep their grace.
        boolean same = before.isPresent() && !accept && fromRelease;
        Baseline next = new Baseline(
                same ? before.get().plugin() : plugin, same ? before.get().checks() : checks.ids(), entries);
        return new BaselineUpdate(next, added, refused, cut);
    }

    private static boolean canBeKnown(EvaluatedFinding judged, Checks checks) {
        return checks.byId(judged.finding().checkId())
                .map(Integrity::canBeKnown)
                .orElse(true);
    }
}
