package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.Danger;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of one check: people read what is to be done once, and its places below.
 *
 * @param checkId the check
 * @param findings its findings, the most dangerous first; never empty
 */
public record CheckGroup(String checkId, List<EvaluatedFinding> findings) {

    public CheckGroup {
        findings = List.copyOf(findings);
    }

    /**
     * Those findings by check; the check with the most dangerous one first.
     *
     * @param findings in their natural order
     */
    public static List<CheckGroup> of(Collection<EvaluatedFinding> findings) {
        Map<String, List<EvaluatedFinding>> byCheck = new LinkedHashMap<>();
        for (EvaluatedFinding judged : Danger.sorted(findings)) {
            byCheck.computeIfAbsent(judged.finding().checkId(), none -> new ArrayList<>())
                    .add(judged);
        }
        List<CheckGroup> groups = new ArrayList<>();
        byCheck.forEach((id, found) -> groups.add(new CheckGroup(id, found)));
        return groups;
    }

    /** The most dangerous one. */
    public EvaluatedFinding worst() {
        return findings.get(0);
    }

    /** The severity of the most dangerous one. */
    public Severity severity() {
        return worst().finding().severity();
    }

    /** How many there are; {@code >5000} where more were found than are listed. */
    String count() {
        return EvaluatedFinding.tally(findings).figure();
    }

    /** How many of them carry a fix. */
    public int fixable() {
        int count = 0;
        for (EvaluatedFinding judged : findings) {
            count += judged.finding().fix().isPresent() ? 1 : 0;
        }
        return count;
    }
}
