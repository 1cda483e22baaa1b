package io.github.mavenhardening.core.baseline;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The findings that are known.
 *
 * @param plugin the release of this plugin that looked for them; empty where it has none
 * @param checks the ids of the checks that there were then: what another one finds is new because of a release
 * @param entries the findings, with how often each is there, at least once
 */
public record Baseline(String plugin, Set<String> checks, SortedMap<BaselineEntry, Integer> entries) {

    /** Where the file lies unless another is named. */
    public static final String LOCATION = ".mvn/hardening-baseline.json";

    public Baseline {
        checks = Collections.unmodifiableSortedSet(new TreeSet<>(checks));
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** How many findings it has. */
    public int size() {
        return entries.values().stream().mapToInt(Integer::intValue).sum();
    }
}
