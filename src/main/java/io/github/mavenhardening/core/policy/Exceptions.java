package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.finding.Finding;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The policy's exceptions in one run, and those that are not allowed or no longer apply. */
final class Exceptions {

    private final List<ExceptionRule> rules;
    private final FinalSettings finals;
    private final LocalDate today;
    private final Set<ExceptionRule> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final SortedSet<String> remarks = new TreeSet<>();

    /** Those of settings; of a final check none but those that the policy which makes it final has itself. */
    Exceptions(PolicySettings settings, LocalDate today) {
        this.rules = settings.exceptions();
        this.finals = new FinalSettings(settings);
        this.today = today;
    }

    /**
     * Why a finding does not count; empty when it counts.
     *
     * @param integrity its check, where that is one of integrity
     * @param ignored what else takes it back: a comment, or {@code zizmor.yml}
     */
    Optional<Suppression> of(Finding finding, Optional<Check> integrity, Optional<Suppression> ignored) {
        for (ExceptionRule rule : rules) {
            if (rule.covers(finding)) {
                if (!rule.isExpired(today)) {
                    return Optional.of(Suppression.of(rule));
                }
                remarks.add("the exception at " + rule.where() + " "
                        + rule.expires().orElseThrow().end());
            }
        }
        if (integrity.isPresent() && ignored.isPresent()) {
            remarks.add("the comment at " + ignored.get().place() + " has no effect: " + finding.checkId() + " "
                    + Integrity.refusal(integrity.get()).replaceFirst("^C", "c"));
            return Optional.empty();
        }
        Optional<String> place = ignored.isPresent() ? finals.placeOfExceptions(finding.checkId()) : Optional.empty();
        if (place.isPresent()) {
            remarks.add("the comment at " + ignored.get().place() + " has no effect: " + place.get() + " makes "
                    + finding.checkId() + " final");
            return Optional.empty();
        }
        return ignored;
    }

    /** Notes what covers a finding as used. */
    void note(Finding finding) {
        for (ExceptionRule rule : rules) {
            if (rule.covers(finding)) {
                used.add(rule);
            }
        }
    }

    /** Whether it covers a noted finding. */
    boolean wasUsed(ExceptionRule rule) {
        return used.contains(rule);
    }

    /** The sentences about what took nothing back, sorted. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
