package io.github.mavenhardening.core.history;

import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.run.Coverage;
import io.github.mavenhardening.core.source.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one commit stands by today's policy.
 *
 * @param version the commit
 * @param passed whether it keeps the threshold; not of one that could not be looked at
 * @param counts how many findings count, by severity, every severity named
 * @param suppressed how many do not
 * @param checks how many of those that count each check found
 * @param coverage how much is pinned, by kind
 * @param gaps what could not be looked at, a sentence each
 * @param looked whether it was looked at; otherwise the gaps say why not
 */
public record HistoryPoint(
        Version version,
        boolean passed,
        Map<Severity, Integer> counts,
        int suppressed,
        SortedMap<String, Integer> checks,
        List<Coverage> coverage,
        List<String> gaps,
        boolean looked) {

    public HistoryPoint {
        Map<Severity, Integer> all = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.worstFirst()) {
            all.put(severity, counts.getOrDefault(severity, 0));
        }
        counts = Collections.unmodifiableMap(all);
        checks = Collections.unmodifiableSortedMap(new TreeMap<>(checks));
        coverage = List.copyOf(coverage);
        gaps = List.copyOf(gaps);
    }

    /** A commit that could not be looked at. */
    static HistoryPoint unread(Version version, String reason) {
        return new HistoryPoint(version, false, Map.of(), 0, new TreeMap<>(), List.of(), List.of(reason), false);
    }

    /** The commit's name: a tag, or the beginning of its id. */
    public String name() {
        return version.name();
    }

    /** The commit's id, 40 or 64 hex digits. */
    public String commit() {
        return version.commit();
    }

    /** When it was made. */
    public Instant time() {
        return version.time();
    }
}
