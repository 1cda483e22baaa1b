package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.run.AuditResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The result of a run: all that reports need.
 *
 * @param audits what each family looked at, in the families' order
 * @param findings the findings that the policy shows, suppressed ones included, in their natural order
 * @param hidden how many findings are meant for a more demanding persona
 * @param policy what the findings were judged by
 * @param weakenings the checks of these families that the policy switched off or made less severe, sorted by id
 * @param remarks sentences about comments and exceptions that no longer take anything back, sorted
 * @param verdict whether the threshold is kept
 * @param comparison what the findings were compared with: a baseline, a change
 */
public record Result(
        List<AuditResult> audits,
        List<EvaluatedFinding> findings,
        int hidden,
        Policy policy,
        List<Weakening> weakenings,
        List<String> remarks,
        Verdict verdict,
        Comparison comparison) {

    public Result {
        audits = List.copyOf(audits);
        findings = List.copyOf(findings);
        weakenings = List.copyOf(weakenings);
        remarks = List.copyOf(remarks);
    }

    /** What the verdict was measured by. */
    public Threshold threshold() {
        return policy.threshold();
    }

    /** The findings of integrity that an exception takes back, in their natural order. */
    public List<EvaluatedFinding> excused() {
        return ofIntegrity(false);
    }

    /** The findings of integrity that count, whether or not they break the threshold, in their natural order. */
    public List<EvaluatedFinding> unexcused() {
        return ofIntegrity(true);
    }

    private List<EvaluatedFinding> ofIntegrity(boolean counting) {
        List<EvaluatedFinding> chosen = new ArrayList<>();
        for (EvaluatedFinding judged : findings) {
            if (judged.integrity() && judged.counts() == counting) {
                chosen.add(judged);
            }
        }
        return List.copyOf(chosen);
    }

    /** What could not be looked at, or only in part, and why: the gaps of all audits, in their order. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        for (AuditResult audit : audits) {
            gaps.addAll(audit.gaps());
        }
        return List.copyOf(gaps);
    }

    /** The findings that count, in their natural order. */
    public List<EvaluatedFinding> counting() {
        List<EvaluatedFinding> counting = new ArrayList<>();
        for (EvaluatedFinding judged : findings) {
            if (judged.counts()) {
                counting.add(judged);
            }
        }
        return List.copyOf(counting);
    }

    /** The findings that count and cannot fail the build for that reason, in their natural order. */
    public List<EvaluatedFinding> spared(Spared reason) {
        List<EvaluatedFinding> spared = new ArrayList<>();
        for (EvaluatedFinding judged : findings) {
            if (judged.counts() && judged.spared().equals(Optional.of(reason))) {
                spared.add(judged);
            }
        }
        return List.copyOf(spared);
    }

    /** The counting findings that break the threshold, in their natural order; none when the verdict is passed. */
    public List<EvaluatedFinding> failing() {
        Map<Severity, Integer> counts = counts(EvaluatedFinding::mayFail);
        List<EvaluatedFinding> failing = new ArrayList<>();
        for (EvaluatedFinding judged : findings) {
            if (judged.mayFail() && threshold().brokenBy(judged.finding(), counts)) {
                failing.add(judged);
            }
        }
        return List.copyOf(failing);
    }

    /** Whether an audit came out that way. */
    public boolean anyAudit(AuditResult.Outcome outcome) {
        for (AuditResult audit : audits) {
            if (audit.outcome() == outcome) {
                return true;
            }
        }
        return false;
    }

    /** How many findings count, by severity, every severity named. */
    public Map<Severity, Integer> counts() {
        return counts(judged -> judged.counts() && !judged.finding().standsForMore());
    }

    /** How many findings count towards the threshold, by severity, every severity named. */
    public Map<Severity, Integer> failable() {
        return counts(judged -> judged.mayFail() && !judged.finding().standsForMore());
    }

    private Map<Severity, Integer> counts(Predicate<EvaluatedFinding> wanted) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0);
        }
        for (EvaluatedFinding judged : findings) {
            if (wanted.test(judged)) {
                Severity severity = judged.finding().severity();
                counts.put(severity, counts.get(severity) + 1);
            }
        }
        return Collections.unmodifiableMap(counts);
    }
}
