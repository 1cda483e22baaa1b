package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.baseline.BaselineEntry;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the findings of a run were compared with, so that only new ones can fail the build.
 *
 * @param baseline the baseline's file, relative to the root; empty without one
 * @param kept what the baseline has and still holds, or was not looked for, with how often; files under their present names
 * @param gone what the baseline has and was not found, with how often: SARIF's {@code absent}. Only of checks that ran
 * @param since the base of the change that alone counts, as it was named; empty where everything counts
 */
public record Comparison(
        Optional<String> baseline,
        SortedMap<BaselineEntry, Integer> kept,
        SortedMap<BaselineEntry, Integer> gone,
        Optional<String> since) {

    public Comparison {
        kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
        gone = Collections.unmodifiableSortedMap(new TreeMap<>(gone));
    }

    /** With nothing: every finding that counts can fail the build. */
    public static Comparison none() {
        return new Comparison(Optional.empty(), new TreeMap<>(), new TreeMap<>(), Optional.empty());
    }

    /** How many findings of the baseline are gone. */
    public int goneCount() {
        int count = 0;
        for (int times : gone.values()) {
            count += times;
        }
        return count;
    }
}
