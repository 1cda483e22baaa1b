package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.baseline.BaselineEntry;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.source.ChangeSince;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compares the findings of one run with its baseline and its change. */
final class Comparing {

    private final Reference reference;
    private final Policy policy;
    private final Checks checks;
    private final boolean grace;
    private final Map<Family, AuditResult> looked = new EnumMap<>(Family.class);
    private final Map<Family, Set<String>> unseen = new EnumMap<>(Family.class);
    private final Map<String, Boolean> canBeKnown = new HashMap<>();
    private final Optional<BaselineMatch> match;

    /**
     * Compares.
     *
     * @param found the findings that a baseline may have, in their natural order: none that is suppressed or of integrity
     * @param today the day that grace ends by
     */
    Comparing(
            Reference reference,
            Policy policy,
            Checks checks,
            Collection<AuditResult> audits,
            List<Finding> found,
            LocalDate today) {
        this.reference = reference;
        this.policy = policy;
        this.checks = checks;
        this.grace = policy.settings()
                .baseline()
                .flatMap(BaselineSettings::grace)
                .filter(last -> !today.isAfter(last))
                .isPresent();
        for (AuditResult audit : audits) {
            if (!audit.partial()) {
                looked.put(audit.family(), audit);
                unseen.put(audit.family(), words(audit.gaps()));
                for (Finding finding : audit.findings()) {
                    if (finding.checkId().equals(Checks.UNREADABLE_WORKFLOW)) {
                        unseen.get(audit.family()).add(finding.primary().path());
                    }
                }
            }
        }
        this.match =
                reference.baseline().map(baseline -> new BaselineMatch(baseline, checks, found, reference.isThere()));
    }

    /** A gap names the file or the check that was not looked at. */
    private static Set<String> words(List<String> gaps) {
        Set<String> words = new HashSet<>();
        for (String gap : gaps) {
            for (String word : gap.split(" ", -1)) {
                words.add(word.replaceFirst("[:;,]$", ""));
            }
        }
        return words;
    }

    /** The findings with what the comparison says of each. */
    List<EvaluatedFinding> compared(List<EvaluatedFinding> findings) {
        reference.change().ifPresent(change -> change.compare(paths(findings)));
        List<EvaluatedFinding> compared = new ArrayList<>();
        for (EvaluatedFinding judged : findings) {
            compared.add(judged.counts() ? compared(judged) : judged);
        }
        return compared;
    }

    private static Set<String> paths(List<EvaluatedFinding> findings) {
        Set<String> paths = new HashSet<>();
        for (EvaluatedFinding judged : findings) {
            for (Location place : judged.finding().places()) {
                paths.add(place.path());
            }
        }
        return paths;
    }

    private EvaluatedFinding compared(EvaluatedFinding judged) {
        boolean beforehand = canBeKnown.computeIfAbsent(
                judged.finding().checkId(),
                id -> checks.byId(id).map(Integrity::canBeKnown).orElse(true));
        if (!beforehand || judged.finding().standsForMore()) {
            // No baseline knows it beforehand, so that none tells whether it is new.
            return judged;
        }
        Optional<BaselineState> state = match.map(known -> known.stateOf(judged.finding()));
        return judged.compared(state, spared(judged.finding(), state));
    }

    private Optional<Spared> spared(Finding finding, Optional<BaselineState> state) {
        if (state.equals(Optional.of(BaselineState.UNCHANGED))) {
            return Optional.of(Spared.KNOWN);
        }
        if (grace && state.equals(Optional.of(BaselineState.NEW_IN_RELEASE))) {
            return Optional.of(Spared.GRACE);
        }
        return reference.change().isPresent()
                        && !isTouched(finding, reference.change().get())
                ? Optional.of(Spared.UNTOUCHED)
                : Optional.empty();
    }

    /** What a build uses has its place in the lock, or nowhere, and comes with a POM that changes. */
    private boolean isTouched(Finding finding, ChangeSince change) {
        boolean ofBuild = finding.primary().span().isEmpty()
                && checks.byId(finding.checkId())
                        .map(check -> check.family() == Family.DEPENDENCIES)
                        .orElse(false);
        return finding.places().stream().anyMatch(change::touches) || (ofBuild && change.touchesBuild());
    }

    /** What they were compared with. */
    Comparison comparison() {
        return new Comparison(
                match.map(known -> reference.file()),
                match.map(known -> known.kept(this::isLookedFor)).orElseGet(TreeMap::new),
                match.map(known -> known.gone(this::isLookedFor)).orElseGet(TreeMap::new),
                reference.change().filter(change -> change.problem().isEmpty()).map(ChangeSince::name));
    }

    /** Sentences for the user. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>(reference.remarks());
        match.ifPresent(known -> remarks.addAll(known.refused(reference.file())));
        return remarks;
    }

    /** Whether this run would have found it again, if it was there. What no check finds any longer, nothing will. */
    private boolean isLookedFor(BaselineEntry entry) {
        Optional<Check> check = checks.byId(entry.check());
        if (check.isEmpty()) {
            return true;
        }
        AuditResult audit = looked.get(check.get().family());
        if (audit == null || !audit.hadWhatItNeeds(check.get())) {
            return false;
        }
        Set<String> gaps = unseen.get(check.get().family());
        return policy.isEnabled(check.get())
                && (reference.online() || !check.get().info().online())
                && !gaps.contains(entry.check())
                && !gaps.contains(entry.path());
    }
}
