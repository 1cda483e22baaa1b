package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.audit.IgnoreComment;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.finding.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What takes findings back: comments, {@code zizmor.yml} and the policy's exceptions; and what would, but must not. */
final class Pardons {

    private final Policy policy;
    private final Map<String, List<IgnoreComment>> comments;
    private final LocalDate today;
    private final SortedSet<String> remarks = new TreeSet<>();

    /**
     * Of one run.
     *
     * @param comments by the check that they name
     */
    Pardons(Policy policy, Map<String, List<IgnoreComment>> comments, LocalDate today) {
        this.policy = policy;
        this.comments = comments;
        this.today = today;
    }

    /**
     * Why a finding does not count; empty when it counts.
     *
     * @param integrity its check, where that is one of integrity
     */
    Optional<Suppression> of(Finding finding, Optional<Check> integrity) {
        for (ExceptionRule rule : policy.exceptions()) {
            if (rule.covers(finding)) {
                if (!rule.isExpired(today)) {
                    return Optional.of(Suppression.of(rule));
                }
                remarks.add("the exception at " + rule.where() + " expired on "
                        + rule.expires().orElseThrow());
            }
        }
        for (IgnoreComment comment : comments.getOrDefault(finding.checkId(), List.of())) {
            if (finding.touches(comment.path(), comment.line())) {
                if (integrity.isEmpty()) {
                    return Optional.of(Suppression.of(comment));
                }
                remarks.add("the comment at " + comment.path() + ":" + comment.line() + " has no effect: "
                        + finding.checkId() + " " + Integrity.refusal(integrity.get()));
            }
        }
        for (ZizmorConfig.Exemption exemption : policy.exemptions()) {
            if (exemption.covers(finding)) {
                return Optional.of(Suppression.of(exemption));
            }
        }
        return Optional.empty();
    }

    /** What took nothing back although it was meant to, and why, so far; sorted. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
