package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fingerprints;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.text.NaturalOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Applies a policy to what the audits found: grade, hide, suppress, count. */
public final class PolicyEvaluator {

    private final Policy policy;
    private final Checks checks;
    private final LocalDate today;
    private final Reference reference;

    /**
     * A judge by that policy.
     *
     * @param today the day that exceptions end by
     * @param reference what findings are compared with
     */
    public PolicyEvaluator(Policy policy, Checks checks, LocalDate today, Reference reference) {
        this.policy = policy;
        this.checks = checks;
        this.today = today;
        this.reference = reference;
    }

    /** The result of those audits, each of another family. */
    public Result judge(Collection<AuditResult> audits) {
        List<AuditResult> ordered = byFamily(audits);
        Suppressions suppressions = new Suppressions(ordered, policy, today);
        Exceptions exceptions = new Exceptions(policy.settings(), today);
        ordered = new Silences(policy, checks, today, suppressions, exceptions).found(ordered, findings(ordered));
        List<Finding> found = findings(ordered);
        // Before anything is hidden: a fingerprint must not change with the persona.
        Map<Finding, String> fingerprints = Fingerprints.of(found, policy.persona());
        Map<String, Rule> rules = new HashMap<>();
        List<EvaluatedFinding> shown = new ArrayList<>();
        int hidden = 0;
        List<Finding> counting = new ArrayList<>();
        for (Finding finding : found) {
            Rule rule = rules.get(finding.checkId());
            if (rule == null) {
                rule = Rule.of(checks.byId(finding.checkId()), policy);
                rules.put(finding.checkId(), rule);
            }
            if (rule.counts()) {
                counting.add(finding);
            }
        }
        List<Finding> comparable = new ArrayList<>();
        // Those of other personas as well: an entry of the baseline is not gone because fewer findings are shown. They
        // come last,
        // as what is shown was what the baseline counted.
        List<Finding> behind = new ArrayList<>();
        OverlapFilter overlap = new OverlapFilter(counting);
        for (Finding finding : counting) {
            if (overlap.covers(finding, checks)) {
                continue;
            }
            Rule rule = rules.get(finding.checkId());
            Optional<Suppression> suppression = Optional.empty();
            boolean isShown = policy.persona().sees(finding.persona());
            if (isShown) {
                suppression = exceptions.of(finding, rule.integrity(), suppressions.of(finding));
                shown.add(new EvaluatedFinding(
                        policy.graded(finding),
                        fingerprints.get(finding),
                        suppression,
                        rule.integrity().isPresent()));
            } else {
                hidden++;
            }
            if (suppression.isEmpty() && rule.canBeKnown() && !finding.standsForMore()) {
                (isShown ? comparable : behind).add(finding);
            }
        }
        comparable.addAll(behind);
        List<String> remarks = new ArrayList<>(exceptions.remarks());
        List<EvaluatedFinding> compared = shown;
        Comparison comparison = Comparison.none();
        if (!reference.isNothing()) {
            Comparing comparing = new Comparing(reference, policy, checks, ordered, comparable, today);
            compared = comparing.compared(shown);
            comparison = comparing.comparison();
            remarks.addAll(comparing.remarks());
        }
        List<String> reasons = new ArrayList<>(policy.threshold().exceededBy(failable(compared)));
        for (AuditResult audit : ordered) {
            if (failedSilently(audit)) {
                reasons.add("could not check " + audit.family().title());
            }
        }
        remarks.sort(NaturalOrder.INSTANCE);
        return new Result(
                ordered, compared, hidden, policy, weakenings(ordered), remarks, new Verdict(reasons), comparison);
    }

    /**
     * What the policy makes of one check, asked once a check: reading an annotation copies its lists.
     *
     * @param counts whether it is on
     * @param integrity the check, where it is one of integrity
     * @param canBeKnown whether a baseline may have its findings
     */
    private record Rule(boolean counts, Optional<Check> integrity, boolean canBeKnown) {

        static Rule of(Optional<Check> check, Policy policy) {
            return new Rule(
                    check.isEmpty() || policy.isEnabled(check.get()),
                    check.isPresent() && Integrity.isAtStake(check.get()) ? check : Optional.empty(),
                    check.isEmpty() || Integrity.canBeKnown(check.get()));
        }
    }

    private static List<Finding> failable(List<EvaluatedFinding> shown) {
        List<Finding> findings = new ArrayList<>();
        for (EvaluatedFinding judged : shown) {
            if (judged.mayFail()) {
                findings.add(judged.finding());
            }
        }
        return findings;
    }

    /** What the policy takes from the checks of those families. */
    private List<Weakening> weakenings(List<AuditResult> audits) {
        Set<Family> families = EnumSet.noneOf(Family.class);
        for (AuditResult audit : audits) {
            families.add(audit.family());
        }
        SortedSet<String> ids = new TreeSet<>(policy.settings().checks().keySet());
        for (Check check : checks.all()) {
            if (!policy.isEnabled(check.family())) {
                ids.add(check.info().id());
            }
        }
        List<Weakening> weakenings = new ArrayList<>();
        for (String id : ids) {
            Optional<Check> check = checks.byId(id);
            if (check.isPresent() && families.contains(check.get().family())) {
                Optional<Weakening> weakening = policy.weakening(check.get());
                weakening.ifPresent(weakenings::add);
            }
        }
        return weakenings;
    }

    /** A family that is off was not looked at, whatever another goal asked for. */
    private AuditResult ofFamily(AuditResult audit) {
        String setting = "families." + audit.family().label();
        return policy.isEnabled(audit.family())
                ? audit
                : AuditResult.nothing(
                        audit.family(),
                        "switched off"
                                + policy.placeOf(setting)
                                        .map(place -> " (" + place + ")")
                                        .orElse(""));
    }

    private List<AuditResult> byFamily(Collection<AuditResult> audits) {
        List<AuditResult> ordered = new ArrayList<>();
        for (Family family : Family.values()) {
            for (AuditResult audit : audits) {
                if (audit.family() == family) {
                    ordered.add(ofFamily(audit));
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
}
