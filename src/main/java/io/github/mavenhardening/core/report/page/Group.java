package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.Danger;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The findings of one check, the most dangerous first.
 *
 * @param checkId the check
 * @param findings its findings: new before known before suppressed, and in the order of danger
 * @param failing how many of them fail the build
 */
record Group(String checkId, List<EvaluatedFinding> findings, int failing) {

    private static final Comparator<EvaluatedFinding> BY_DANGER =
            Comparator.comparing(Standing::of).thenComparing(Danger.worstFirst());

    /** The groups of those findings, what fails the build first, then in the order of danger. */
    static List<Group> of(List<EvaluatedFinding> findings, List<EvaluatedFinding> failing) {
        Map<String, List<EvaluatedFinding>> byCheck = new TreeMap<>();
        for (EvaluatedFinding judged : findings) {
            byCheck.computeIfAbsent(judged.finding().checkId(), id -> new ArrayList<>())
                    .add(judged);
        }
        Set<String> fails = new HashSet<>();
        failing.forEach(judged -> fails.add(judged.fingerprint()));
        List<Group> groups = new ArrayList<>();
        byCheck.forEach((id, own) -> {
            own.sort(BY_DANGER);
            int count = (int) own.stream()
                    .filter(judged -> fails.contains(judged.fingerprint()))
                    .count();
            groups.add(new Group(id, Collections.unmodifiableList(own), count));
        });
        groups.sort(Comparator.comparing((Group group) -> group.failing() == 0)
                .thenComparing(group -> group.counting() == 0)
                .thenComparing(Group::severity, Comparator.reverseOrder())
                .thenComparing(group -> group.findings().get(0), Danger.worstFirst()));
        return groups;
    }

    /** The worst severity. */
    Severity severity() {
        return findings.stream()
                .map(judged -> judged.finding().severity())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** How many of them count. */
    int counting() {
        return (int) findings.stream().filter(EvaluatedFinding::counts).count();
    }

    /** How many files they are in. */
    int files() {
        return (int) findings.stream()
                .map(judged -> judged.finding().primary().path())
                .distinct()
                .count();
    }
}
