package io.github.mavenhardening.core.fix;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Element;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.FixApplier;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes the fixes of findings in memory. After each attempt the repository is looked at again: a fix is kept only where what it
 * fixes is gone and nothing new is found; else it is not made, and the outcome says why. What is new only because of a fix, and has
 * one of its own, is fixed with it: a job whose checkout keeps no credentials pushes nothing, and needs no right to.
 */
public final class FixRun {

    /** Looking again costs what looking costs: a hostile repository must not make it endless. */
    private static final int MOST_ATTEMPTS = 200;

    private final Repository repository;
    private final Function<Repository, List<Finding>> look;
    private final Predicate<Finding> wanted;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<Finding, String> left = new LinkedHashMap<>();
    private final List<Finding> fixed = new ArrayList<>();
    private final Set<Refused> refused = new HashSet<>();
    /** The files in which something new was found: their fixes are tried after those of the others, which need not be parted. */
    private final Set<String> suspects = new HashSet<>();
    /** How many fixes of a check were refused. */
    private final Map<String, Integer> refusals = new HashMap<>();

    /**
     * A run over a repository.
     *
     * @param look what counts in a repository, with the fixes that there are
     * @param wanted which of the findings to fix
     */
    public FixRun(Repository repository, Function<Repository, List<Finding>> look, Predicate<Finding> wanted) {
        this.repository = repository;
        this.look = look;
        this.wanted = wanted;
    }

    /**
     * What came of it.
     *
     * @param texts the new texts of the files that changed, without byte order marks, by path
     * @param fixed the findings that are gone, in the order in which they were
     * @param left the findings whose fix was not made, each with the reason
     * @param then what counts afterwards, those of {@code left} and those that nobody wanted fixed included
     */
    public record Outcome(
            SortedMap<String, String> texts, List<Finding> fixed, Map<Finding, String> left, List<Finding> then) {}

    /** What makes a finding the same before and after other lines changed. */
    private record Key(String checkId, String path, String subject) {
        static Key of(Finding finding) {
            return new Key(finding.checkId(), finding.primary().path(), finding.subject());
        }
    }

    /** What was tried in vain: the same finding in another job or step may be fixed all the same. */
    private record Refused(Key key, Element element) {
        static Refused of(Finding finding) {
            return new Refused(Key.of(finding), finding.element());
        }
    }

    /**
     * Why fixes must not stay.
     *
     * @param path the file in which that shows; empty text where in none
     * @param fresh what is new; empty where it is not, or not only, that
     */
    private record Problem(String why, String path, List<Finding> fresh) {
        static final Problem UNFIT = new Problem("its edits do not fit the text", "", List.of());
    }

    /** Fixes what can be fixed. */
    public Outcome run() {
        List<Finding> found = look.apply(repository);
        int size = Integer.MAX_VALUE;
        int attempts = 0;
        for (List<Finding> open = next(found); !open.isEmpty(); open = next(found)) {
            if (++attempts > MOST_ATTEMPTS) {
                open(found).forEach(finding -> left.put(finding, "too many fixes had to be tried one by one"));
                break;
            }
            List<Finding> safe =
                    open.stream().filter(finding -> !isSuspect(finding)).toList();
            List<Finding> some = safe.isEmpty() ? open : safe;
            List<Finding> tried = some.subList(0, Math.min(size, some.size()));
            Map<String, String> edited = new HashMap<>(texts);
            List<Finding> applied = apply(tried, edited);
            List<Finding> then = applied.isEmpty() ? found : look.apply(repository.with(edited));
            Optional<Problem> problem = applied.isEmpty() ? Optional.of(Problem.UNFIT) : problem(applied, found, then);
            if (areFixedAsWell(problem, edited)) {
                attempts++;
                then = look.apply(repository.with(edited));
                problem = problem(applied, found, then);
            }
            if (problem.isEmpty()) {
                texts.putAll(edited);
                fixed.addAll(applied);
                found = then;
                size = (int) Math.min(2L * size, Integer.MAX_VALUE);
            } else if (tried.size() == 1) {
                Finding finding = tried.get(0);
                Refused refusal = Refused.of(finding);
                for (Finding one : open(found)) {
                    if (Refused.of(one).equals(refusal)) {
                        left.put(one, problem.get().why());
                    }
                }
                refused.add(refusal);
                refusals.merge(finding.checkId(), 1, Integer::sum);
                // Where one cannot stay the next of its check often cannot either: one after the other is cheaper than
                // halves.
                size = refusalsOf(next(found)) == 0 ? Integer.MAX_VALUE : 1;
            } else if (!suspects.add(problem.get().path()) || tried.stream().allMatch(this::isSuspect)) {
                size = tried.size() / 2;
            }
        }
        SortedMap<String, String> changed = new TreeMap<>(texts);
        changed.entrySet().removeIf(text -> text.getValue().equals(original(text.getKey())));
        return new Outcome(changed, List.copyOf(fixed), left, List.copyOf(found));
    }

    /** Those of the checks of which the fewest were refused: the others must not use up the attempts. */
    private List<Finding> next(List<Finding> found) {
        List<Finding> open = open(found);
        int least = refusalsOf(open);
        return open.stream()
                .filter(finding -> refusals.getOrDefault(finding.checkId(), 0) == least)
                .toList();
    }

    private int refusalsOf(List<Finding> open) {
        return open.stream()
                .mapToInt(finding -> refusals.getOrDefault(finding.checkId(), 0))
                .min()
                .orElse(0);
    }

    private List<Finding> open(List<Finding> found) {
        return found.stream()
                .filter(finding ->
                        finding.fix().isPresent() && wanted.test(finding) && !refused.contains(Refused.of(finding)))
                .toList();
    }

    private boolean isSuspect(Finding finding) {
        return suspects.contains(finding.primary().path());
    }

    /** Puts the edited texts into the map and answers the findings whose fixes went in. */
    private List<Finding> apply(List<Finding> tried, Map<String, String> edited) {
        Map<Fix, List<Finding>> byFix = new LinkedHashMap<>();
        for (Finding finding : tried) {
            Fix fix = finding.fix().orElseThrow();
            byFix.computeIfAbsent(fix, one -> new ArrayList<>()).add(finding);
            for (Fix.Edit edit : fix.edits()) {
                edited.computeIfAbsent(edit.path(), this::original);
            }
        }
        FixApplier.Result result = FixApplier.apply(edited, List.copyOf(byFix.keySet()));
        edited.putAll(result.texts());
        return result.applied().stream().flatMap(fix -> byFix.get(fix).stream()).toList();
    }

    /** Whether all that is new has a fix that is wanted as well, and these went into the texts. */
    private boolean areFixedAsWell(Optional<Problem> problem, Map<String, String> edited) {
        List<Finding> fresh = problem.map(Problem::fresh).orElse(List.of());
        return !fresh.isEmpty()
                && fresh.stream().allMatch(finding -> finding.fix().isPresent() && wanted.test(finding))
                && apply(fresh, edited).size() == fresh.size();
    }

    /** The text as it is; null where there is none that can be read. */
    private String original(String path) {
        try {
            return repository.read(path).text();
        } catch (UnreadableFileException e) {
            // Silent: a fix of a text that is not there does not fit, and is said not to.
            return null;
        }
    }

    /**
     * What a finding keeps when a fix rewrites the text that it is about, and is named by: a reference {@code ./build} that
     * becomes {@code $/build}, an expression in an address.
     */
    private record Likeness(
            String checkId,
            String path,
            Severity severity,
            Confidence confidence,
            Optional<String> job,
            Optional<String> step,
            Optional<String> stepName) {
        static Likeness of(Finding finding) {
            Element element = finding.element();
            return new Likeness(
                    finding.checkId(),
                    finding.primary().path(),
                    finding.severity(),
                    finding.confidence(),
                    element.job(),
                    element.step(),
                    element.stepName());
        }
    }

    /** Why fixes must not stay; empty where they may. */
    private static Optional<Problem> problem(List<Finding> applied, List<Finding> before, List<Finding> after) {
        Map<Key, Integer> balance = new HashMap<>();
        before.forEach(finding -> balance.merge(Key.of(finding), 1, Integer::sum));
        applied.forEach(finding -> balance.merge(Key.of(finding), -1, Integer::sum));
        List<Finding> fresh = new ArrayList<>();
        for (Finding finding : after) {
            if (balance.merge(Key.of(finding), -1, Integer::sum) < 0) {
                fresh.add(finding);
            }
        }
        Map<Likeness, Integer> gone = fresh.isEmpty() ? Map.of() : gone(before, balance);
        fresh.removeIf(finding -> gone.merge(Likeness.of(finding), -1, Integer::sum) >= 0);
        for (Finding finding : fresh) {
            if (applied.stream().anyMatch(one -> Key.of(one).equals(Key.of(finding)))) {
                return Optional.of(new Problem(
                        "the finding would still be there", finding.primary().path(), List.of()));
            }
        }
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        "there would be a new finding: " + fresh.get(0).message() + " ["
                                + fresh.get(0).checkId() + "]",
                        fresh.get(0).primary().path(),
                        fresh));
    }

    /** What was there before, and is not any more although nothing was to fix it. */
    private static Map<Likeness, Integer> gone(List<Finding> before, Map<Key, Integer> balance) {
        Map<Likeness, Integer> gone = new HashMap<>();
        for (Finding finding : before) {
            if (balance.getOrDefault(Key.of(finding), 0) > 0) {
                balance.merge(Key.of(finding), -1, Integer::sum);
                gone.merge(Likeness.of(finding), 1, Integer::sum);
            }
        }
        return gone;
    }
}
