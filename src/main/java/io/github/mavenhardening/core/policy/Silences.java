package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Silence;
import io.github.mavenhardening.core.api.SilenceCheck;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.IgnoreComment;
import io.github.mavenhardening.core.text.NearestName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Has the {@link SilenceCheck}s look at the comments and exceptions that the audits' findings met. */
final class Silences {

    private final Policy policy;
    private final Checks checks;
    private final LocalDate today;
    private final Suppressions suppressions;
    private final Exceptions exceptions;

    Silences(Policy policy, Checks checks, LocalDate today, Suppressions suppressions, Exceptions exceptions) {
        this.policy = policy;
        this.checks = checks;
        this.today = today;
        this.suppressions = suppressions;
        this.exceptions = exceptions;
    }

    /** The audits with what is found of comments and exceptions. */
    List<AuditResult> found(List<AuditResult> audits, Collection<Finding> findings) {
        List<SilenceCheck> asked = new ArrayList<>();
        for (SilenceCheck check : checks.of(SilenceCheck.class)) {
            if (policy.isEnabled(check)) {
                asked.add(check);
            }
        }
        for (Finding finding : findings) {
            suppressions.of(finding);
            exceptions.note(finding);
        }
        List<AuditResult> whole = new ArrayList<>();
        for (AuditResult audit : audits) {
            List<Finding> more = new ArrayList<>();
            for (Silence silence : silences(audit)) {
                for (SilenceCheck check : asked) {
                    check.check(silence, more::add);
                }
            }
            whole.add(more.isEmpty() ? audit : audit.and(more));
        }
        return whole;
    }

    private List<Silence> silences(AuditResult audit) {
        List<Silence> silences = new ArrayList<>();
        for (IgnoreComment comment : audit.ignores()) {
            if (comment.place().isPresent()) {
                silences.add(new Silence(comment.place().get(), "comment", comment.reason(), troubles(comment, audit)));
            }
        }
        for (ExceptionRule rule : policy.settings().exceptions()) {
            // A policy of many repositories has exceptions that one of them does not need.
            if (rule.check().family() == audit.family()
                    && PolicyFile.PATHS.contains(rule.place().path())) {
                silences.add(new Silence(rule.place(), "exception", rule.reason(), troubles(rule, audit)));
            }
        }
        return silences;
    }

    private List<String> troubles(IgnoreComment comment, AuditResult audit) {
        NavigableSet<String> troubles = new TreeSet<>();
        Optional<String> refusal = suppressions.refusal(comment);
        refusal.ifPresent(troubles::add);
        if (comment.checkIds().isEmpty()) {
            troubles.add(
                    "names no check: write 'hardening: ignore[ID] reason', with the ids of checks in the brackets");
        }
        for (String id : comment.checkIds()) {
            Optional<Check> check = checks.byId(id);
            if (check.isEmpty()) {
                troubles.add("names no check: there is no '" + id + "'" + NearestName.hint(id, checks.ids()));
            } else if (refusal.isEmpty() && wasLookedFor(check.get(), audit) && !suppressions.wasUsed(comment, id)) {
                troubles.add("takes nothing back: " + id + " finds nothing here");
            }
        }
        return List.copyOf(troubles);
    }

    private List<String> troubles(ExceptionRule rule, AuditResult audit) {
        if (rule.isExpired(today)) {
            return List.of(rule.expires().orElseThrow().end());
        }
        return wasLookedFor(rule.check(), audit) && !exceptions.wasUsed(rule)
                ? List.of("takes nothing back: " + rule.check().info().id() + " finds nothing that it is about")
                : List.of();
    }

    /** Whether nothing found means that there is nothing: what builds use is looked at module by module, and partial until then. */
    private boolean wasLookedFor(Check check, AuditResult audit) {
        // Findings of integrity may be about how Maven was started, which is another way the next time.
        return check.family() == audit.family()
                && !audit.partial()
                && !(check.family() == Family.DEPENDENCIES && Integrity.isAtStake(check))
                && audit.outcome() != AuditResult.Outcome.NOTHING_TO_CHECK
                && audit.hadWhatItNeeds(check)
                && audit.gaps().isEmpty()
                && policy.isEnabled(check);
    }
}
