package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.baseline.Baseline;
import io.github.mavenhardening.core.baseline.BaselineEntry;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The findings of a run beside those of a baseline. Each finding uses up one of those that the baseline counts under its check,
 * file and subject; what is left over is gone. Where the file is no longer there, a finding of the same check and subject in
 * another file is taken for the same, as files are renamed; so is what a new file leaves open that was known to be missing.
 */
final class BaselineMatch {

    /** The findings of a file that {@code hardening:init} wrote and nobody has completed, and of the same file where it is missing. */
    private static final Map<Loose, Loose> STARTED = Map.of(
            new Loose("security-insights-schema", "questions"),
            new Loose("security-insights-missing", "security-insights.yml"),
            new Loose("security-policy", "questions"),
            new Loose("security-policy", "missing"),
            new Loose("codeowners", "questions"),
            new Loose("codeowners", "missing"));

    private final Checks checks;
    private final Set<String> knownChecks;
    private final SortedMap<BaselineEntry, Integer> kept = new TreeMap<>();
    private final SortedMap<BaselineEntry, Integer> left;
    private final Map<Finding, BaselineState> states = new HashMap<>();

    /** A check and what it found, wherever that was. */
    private record Loose(String check, String subject) {}

    /**
     * Compares.
     *
     * @param found the findings that may be known, in their natural order
     * @param isThere whether a path is there in the repository
     */
    BaselineMatch(Baseline baseline, Checks checks, List<Finding> found, Predicate<String> isThere) {
        this.checks = checks;
        Map<String, String> present = presentIds(checks);
        this.knownChecks = new HashSet<>();
        baseline.checks().forEach(id -> knownChecks.add(present.getOrDefault(id, id)));
        this.left = new TreeMap<>();
        baseline.entries()
                .forEach((entry, count) -> left.merge(
                        entry.ofCheck(present.getOrDefault(entry.check(), entry.check())), count, Integer::sum));
        List<Finding> unmatched = new ArrayList<>();
        for (Finding finding : found) {
            if (!use(BaselineEntry.of(finding), finding)) {
                unmatched.add(finding);
            }
        }
        Map<Loose, Deque<BaselineEntry>> renamed = renamed(isThere);
        for (Finding finding : unmatched) {
            Deque<BaselineEntry> candidates =
                    renamed.getOrDefault(new Loose(finding.checkId(), finding.subject()), new ArrayDeque<>());
            while (!candidates.isEmpty() && !left.containsKey(candidates.peek())) {
                candidates.remove();
            }
            boolean isRename =
                    !candidates.isEmpty() && !finding.primary().path().isEmpty() && use(candidates.peek(), finding);
            if (!isRename && !isStarted(finding)) {
                states.put(ungraded(finding), stateOfUnknown(finding));
            }
        }
    }

    /** The ids that checks have now, by those that they had. */
    private static Map<String, String> presentIds(Checks checks) {
        Map<String, String> present = new HashMap<>();
        for (Check check : checks.all()) {
            for (String former : check.info().formerly()) {
                // An id that is in use again means the check that has it now.
                if (checks.byId(former).isEmpty()) {
                    present.put(former, check.info().id());
                }
            }
        }
        return present;
    }

    private boolean use(BaselineEntry entry, Finding finding) {
        Integer count = left.get(entry);
        if (count == null) {
            return false;
        }
        if (count == 1) {
            left.remove(entry);
        } else {
            left.put(entry, count - 1);
        }
        kept.merge(BaselineEntry.of(finding), 1, Integer::sum);
        states.put(ungraded(finding), BaselineState.UNCHANGED);
        return true;
    }

    /** Whether it is about a file that was known to be missing, is there now, and leaves questions open. */
    private boolean isStarted(Finding finding) {
        Loose missing = STARTED.get(new Loose(finding.checkId(), finding.subject()));
        return missing != null && use(new BaselineEntry(missing.check(), "", missing.subject()), finding);
    }

    private Map<Loose, Deque<BaselineEntry>> renamed(Predicate<String> isThere) {
        Map<Loose, Deque<BaselineEntry>> renamed = new HashMap<>();
        for (BaselineEntry entry : left.keySet()) {
            if (!entry.path().isEmpty() && !isThere.test(entry.path())) {
                renamed.computeIfAbsent(new Loose(entry.check(), entry.subject()), key -> new ArrayDeque<>())
                        .add(entry);
            }
        }
        return renamed;
    }

    private BaselineState stateOfUnknown(Finding finding) {
        return knownChecks.contains(finding.checkId()) ? BaselineState.NEW : BaselineState.NEW_IN_RELEASE;
    }

    /** The policy gives findings other severities after they were found. */
    private static Finding ungraded(Finding finding) {
        return finding.withSeverity(Severity.INFO);
    }

    /** The state of one of the findings that were compared; of another one, as of a check that nothing is known of. */
    BaselineState stateOf(Finding finding) {
        BaselineState known = states.get(ungraded(finding));
        return known == null ? stateOfUnknown(finding) : known;
    }

    /**
     * What the baseline has and was not found.
     *
     * @param isLookedFor whether this run would have found it
     */
    SortedMap<BaselineEntry, Integer> gone(Predicate<BaselineEntry> isLookedFor) {
        return leftOver(isLookedFor);
    }

    /** What was found again, and what was not looked for. */
    SortedMap<BaselineEntry, Integer> kept(Predicate<BaselineEntry> isLookedFor) {
        SortedMap<BaselineEntry, Integer> all = new TreeMap<>(kept);
        leftOver(isLookedFor.negate()).forEach((entry, count) -> all.merge(entry, count, Integer::sum));
        return all;
    }

    private SortedMap<BaselineEntry, Integer> leftOver(Predicate<BaselineEntry> wanted) {
        SortedMap<BaselineEntry, Integer> some = new TreeMap<>(left);
        some.keySet().removeIf(wanted.negate());
        return some;
    }

    /** Sentences about entries of checks whose findings cannot be known beforehand, sorted by check. */
    List<String> refused(String file) {
        Set<String> ids = new TreeSet<>();
        left.keySet().forEach(entry -> ids.add(entry.check()));
        List<String> sentences = new ArrayList<>();
        for (String id : ids) {
            checks.byId(id)
                    .filter(check -> !Integrity.canBeKnown(check))
                    .ifPresent(check -> sentences.add(file + " has no effect on " + id
                            + ", which cannot be in a baseline; " + Integrity.wayOut(check)));
        }
        return sentences;
    }
}
