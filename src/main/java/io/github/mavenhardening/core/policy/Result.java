package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.audit.AuditResult;
import io.github.mavenhardening.core.finding.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a run comes to: all that reports need.
 *
 * @param audits what each family looked at, in the families' order
 * @param findings the findings that the policy shows, suppressed ones included, in their natural order
 * @param hidden how many findings are meant for a more demanding persona
 * @param threshold what the verdict was measured by
 * @param verdict whether the threshold is kept
 */
public record Result(
        List<AuditResult> audits, List<Judged> findings, int hidden, Threshold threshold, Verdict verdict) {

    public Result {
        audits = List.copyOf(audits);
        findings = List.copyOf(findings);
    }

    /** The same with only some of the findings; the verdict stays that over all of them. */
    public Result where(Predicate<Judged> wanted) {
        return new Result(audits, findings.stream().filter(wanted).toList(), hidden, threshold, verdict);
    }

    /** The findings that count, in their natural order. */
    public List<Judged> counting() {
        return findings.stream().filter(Judged::counts).toList();
    }

    /** The counting findings that break the threshold, in their natural order; none when the verdict is passed. */
    public List<Judged> failing() {
        Map<Severity, Integer> counts = counts();
        return counting().stream()
                .filter(judged -> threshold.brokenBy(judged.finding().severity(), counts))
                .toList();
    }

    /** How many findings count, by severity, every severity named. */
    public Map<Severity, Integer> counts() {
        return counts(findings);
    }

    static Map<Severity, Integer> counts(List<Judged> findings) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0);
        }
        for (Judged judged : findings) {
            if (judged.counts()) {
                counts.merge(judged.finding().severity(), 1, Integer::sum);
            }
        }
        return Collections.unmodifiableMap(counts);
    }
}
