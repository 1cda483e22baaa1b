package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.BuildCheck;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Expiry;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of one audit: what it checked and found.
 *
 * @param outcome whether it looked at all
 * @param findings all findings, every persona's, not yet judged
 * @param examined how much was looked at, by what: {@code files}, {@code references}, {@code artifacts} …
 * @param ignores the ignore comments of the files looked at
 * @param notes sentences for the user: why there was nothing to check, how files were compared
 * @param gaps what could not be looked at, or only in part, and why: a sentence each, sorted
 * @param scorecard an estimate of OpenSSF Scorecard's values, where the user asks for one
 * @param partial whether there is more of the family than this: modules that the build has not come to, or leaves out
 * @param measures how much of what was looked at is protected, and for how long
 */
public record AuditResult(
        Family family,
        Outcome outcome,
        List<Finding> findings,
        SortedMap<String, Integer> examined,
        List<IgnoreComment> ignores,
        List<String> notes,
        List<String> gaps,
        Optional<Scorecard> scorecard,
        boolean partial,
        Measures measures) {

    public AuditResult {
        findings = List.copyOf(findings);
        examined = Collections.unmodifiableSortedMap(new TreeMap<>(examined));
        ignores = List.copyOf(ignores);
        notes = List.copyOf(notes);
        gaps = List.copyOf(gaps);
    }

    /** One that measures nothing, without gaps and without an estimate. */
    public AuditResult(
            Family family,
            Outcome outcome,
            List<Finding> findings,
            SortedMap<String, Integer> examined,
            List<IgnoreComment> ignores,
            List<String> notes) {
        this(family, outcome, findings, examined, ignores, notes, List.of(), Optional.empty(), false, Measures.NONE);
    }

    /** Whether another says nothing that this one does not. */
    public boolean covers(AuditResult other) {
        return (other.findings.isEmpty() || new HashSet<>(findings).containsAll(other.findings))
                && gaps.containsAll(other.gaps);
    }

    /** Whether it had what that check looks at: the build's own files are there without a lock, too. */
    public boolean hadWhatItNeeds(Check check) {
        return outcome != Outcome.COULD_NOT_CHECK || check instanceof BuildCheck;
    }

    /** The same with an estimate. */
    AuditResult with(Scorecard estimate) {
        return new AuditResult(
                family, outcome, findings, examined, ignores, notes, gaps, Optional.of(estimate), partial, measures);
    }

    /** The same with those gaps instead of its own. */
    public AuditResult withGaps(List<String> found) {
        return new AuditResult(
                family, outcome, findings, examined, ignores, notes, found, scorecard, partial, measures);
    }

    /** The same as a part of its family. */
    public AuditResult asPart() {
        return new AuditResult(family, outcome, findings, examined, ignores, notes, gaps, scorecard, true, measures);
    }

    /** The same with how much is protected. */
    AuditResult covering(List<Coverage> coverage) {
        return measured(new Measures(coverage, measures.expiries(), measures.access()));
    }

    /** The same with who reaches which credentials. */
    AuditResult reaching(List<JobAccess> access) {
        return measured(new Measures(measures.coverage(), measures.expiries(), access));
    }

    /** The same with what is good for a time. */
    public AuditResult expiring(List<Expiry> expiries) {
        return measured(new Measures(measures.coverage(), expiries, measures.access()));
    }

    private AuditResult measured(Measures known) {
        return new AuditResult(family, outcome, findings, examined, ignores, notes, gaps, scorecard, partial, known);
    }

    /** The same with further findings. */
    public AuditResult and(List<Finding> more) {
        Set<Finding> distinct = new LinkedHashSet<>(findings);
        distinct.addAll(more);
        List<Finding> all = new ArrayList<>(distinct);
        Collections.sort(all);
        return new AuditResult(family, outcome, all, examined, ignores, notes, gaps, scorecard, partial, measures);
    }

    /** Whether an audit looked. */
    public enum Outcome {
        /** It looked at what there was. */
        CHECKED,
        /** There was nothing of its kind. */
        NOTHING_TO_CHECK,
        /** There was something, and it could not be looked at; a finding or a note says why. */
        COULD_NOT_CHECK
    }

    /** A family that has nothing in this repository; the note says what was looked for. */
    public static AuditResult nothing(Family family, String note) {
        return new AuditResult(family, Outcome.NOTHING_TO_CHECK, List.of(), new TreeMap<>(), List.of(), List.of(note));
    }
}
