package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.audit.AuditResult;
import io.github.mavenhardening.core.audit.IgnoreComment;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fingerprints;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<AuditResult> ordered = audits.stream()
                .sorted(Comparator.comparing(AuditResult::family))
                .toList();
        List<Finding> found = ordered.stream()
                .flatMap(audit -> audit.findings().stream())
                .distinct()
                .sorted()
                .toList();
        // Before anything is hidden: a fingerprint must not change with the persona.
        Map<Finding, String> fingerprints = Fingerprints.of(found);
        List<IgnoreComment> ignores =
                ordered.stream().flatMap(audit -> audit.ignores().stream()).toList();
        List<Judged> shown = new ArrayList<>();
        int hidden = 0;
        for (Finding finding : found) {
            if (!isEnabled(finding)) {
                continue;
            }
            if (policy.persona().sees(finding.persona())) {
                shown.add(new Judged(policy.graded(finding), fingerprints.get(finding), suppression(finding, ignores)));
            } else {
                hidden++;
            }
        }
        List<String> reasons = new ArrayList<>(policy.threshold().exceededBy(Result.counts(shown)));
        ordered.stream()
                .filter(Judge::failedSilently)
                .forEach(
                        audit -> reasons.add("could not check " + audit.family().title()));
        Verdict verdict = new Verdict(reasons);
        return new Result(ordered, shown, hidden, policy.threshold(), verdict);
    }

    /** Where a finding says that there was no looking, the threshold decides; without one the verdict fails closed. */
    private static boolean failedSilently(AuditResult audit) {
        return audit.outcome() == AuditResult.Outcome.COULD_NOT_CHECK
                && audit.findings().isEmpty();
    }

    private boolean isEnabled(Finding finding) {
        Optional<Check> check = checks.byId(finding.checkId());
        return check.map(policy::isEnabled).orElse(true);
    }

    private Optional<Suppression> suppression(Finding finding, List<IgnoreComment> ignores) {
        return ignores.stream()
                .filter(comment -> comment.checkIds().contains(finding.checkId()))
                .filter(comment -> finding.touches(comment.path(), comment.line()))
                .findFirst()
                .map(Suppression::of)
                .or(() -> policy.exemptions().stream()
                        .filter(exemption -> exemption.covers(finding))
                        .findFirst()
                        .map(Suppression::of));
    }
}
