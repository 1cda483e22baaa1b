package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.audit.AuditResult;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.Checks;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fingerprints;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies a policy to what the audits found: grade, hide, suppress, count. */
public final class Judge {

    private final Policy policy;
    private final Checks checks;

    public Judge(Policy policy, Checks checks) {
        this.policy = policy;
        this.checks = checks;
    }

    /** The result of those audits, each of another family. */
    public Result judge(Collection<AuditResult> audits) {
        List<AuditResult> ordered = byFamily(audits);
        List<Finding> found = findings(ordered);
        // Before anything is hidden: a fingerprint must not change with the persona.
        Map<Finding, String> fingerprints = Fingerprints.of(found, policy.persona());
        Suppressions suppressions = new Suppressions(ordered, policy.exemptions());
        Map<String, Boolean> enabled = new HashMap<>();
        List<Judged> shown = new ArrayList<>();
        int hidden = 0;
        ToldAlready told = new ToldAlready(found);
        for (Finding finding : found) {
            Boolean known = enabled.get(finding.checkId());
            boolean counts = known == null ? isEnabled(finding.checkId()) : known;
            enabled.put(finding.checkId(), counts);
            if (!counts || told.covers(finding, checks)) {
                continue;
            }
            if (policy.persona().sees(finding.persona())) {
                shown.add(new Judged(policy.graded(finding), fingerprints.get(finding), suppressions.of(finding)));
            } else {
                hidden++;
            }
        }
        List<String> reasons = new ArrayList<>(policy.threshold().exceededBy(Result.counts(shown)));
        for (AuditResult audit : ordered) {
            if (failedSilently(audit)) {
                reasons.add("could not check " + audit.family().title());
            }
        }
        Verdict verdict = new Verdict(reasons);
        return new Result(ordered, shown, hidden, policy.threshold(), verdict);
    }

    private static List<AuditResult> byFamily(Collection<AuditResult> audits) {
        List<AuditResult> ordered = new ArrayList<>();
        for (Family family : Family.values()) {
            for (AuditResult audit : audits) {
                if (audit.family() == family) {
                    ordered.add(audit);
                }
            }
        }
        return ordered;
    }

    /** What they found, each finding once, in their natural order. */
    private static List<Finding> findings(List<AuditResult> audits) {
        Set<Finding> distinct = new LinkedHashSet<>();
        for (AuditResult audit : audits) {
            distinct.addAll(audit.findings());
        }
        List<Finding> sorted = new ArrayList<>(distinct);
        Collections.sort(sorted);
        return sorted;
    }

    /** Where a finding says that there was no looking, the threshold decides; without one the verdict fails closed. */
    private static boolean failedSilently(AuditResult audit) {
        return audit.outcome() == AuditResult.Outcome.COULD_NOT_CHECK
                && audit.findings().isEmpty();
    }

    private boolean isEnabled(String checkId) {
        Optional<Check> check = checks.byId(checkId);
        return check.isEmpty() || policy.isEnabled(check.get());
    }
}
