package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Overlapping findings: what one check finds where another, to which it
 * {@linkplain io.github.mavenhardening.core.api.CheckInfo#yieldsTo() yields},
 * found something: families that look at the same file report it once when both run.
 */
final class OverlapFilter {

    private final Map<String, List<String>> yieldsTo = new HashMap<>();
    /** By check and file: where its findings begin, and how far those that begin there or before reach. */
    private final Map<String, NavigableMap<Integer, Integer>> reach = new HashMap<>();

    /**
     * Of those findings.
     *
     * @param found sorted, so that those of one file stand by where they begin
     */
    OverlapFilter(List<Finding> found) {
        for (Finding finding : found) {
            Optional<Span> span = finding.primary().span();
            if (span.isPresent()) {
                String key = key(finding.checkId(), finding.primary().path());
                NavigableMap<Integer, Integer> ends = reach.get(key);
                if (ends == null) {
                    ends = new TreeMap<>();
                    reach.put(key, ends);
                }
                int end = ends.isEmpty() ? 0 : ends.lastEntry().getValue();
                ends.put(span.get().start(), Math.max(end, span.get().end()));
            }
        }
    }

    /** Whether another finding covers it; none of a whole file is covered by another. */
    boolean covers(Finding finding, Checks checks) {
        if (finding.primary().span().isEmpty()) {
            return false;
        }
        Span span = finding.primary().span().get();
        for (String id : othersOf(finding.checkId(), checks)) {
            NavigableMap<Integer, Integer> ends =
                    reach.get(key(id, finding.primary().path()));
            Map.Entry<Integer, Integer> before = ends == null ? null : ends.floorEntry(span.start());
            if (before != null && before.getValue() >= span.end()) {
                return true;
            }
        }
        return false;
    }

    private static String key(String checkId, String path) {
        return checkId + '\n' + path;
    }

    /** Asked once a check: reading an annotation copies its lists. */
    private List<String> othersOf(String id, Checks checks) {
        List<String> known = yieldsTo.get(id);
        if (known == null) {
            Optional<Check> check = checks.byId(id);
            known = check.isPresent() ? List.of(check.get().info().yieldsTo()) : List.of();
            yieldsTo.put(id, known);
        }
        return known;
    }
}
