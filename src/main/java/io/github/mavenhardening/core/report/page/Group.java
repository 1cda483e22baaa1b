package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.Danger;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import java.util.ArrayList;
import java.util.Collections;
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
record Group(String checkId, List<EvaluatedFinding> findings, int failing) implements Comparable<Group> {

    /** The groups of those findings, what fails the build first, then in the order of danger. */
    static List<Group> of(List<EvaluatedFinding> findings, List<EvaluatedFinding> failing) {
        Map<String, List<EvaluatedFinding>> byCheck = new TreeMap<>();
        for (EvaluatedFinding judged : findings) {
            byCheck.putIfAbsent(judged.finding().checkId(), new ArrayList<>());
            byCheck.get(judged.finding().checkId()).add(judged);
        }
        Set<String> fails = new HashSet<>();
        for (EvaluatedFinding judged : failing) {
            fails.add(judged.fingerprint());
        }
        List<Group> groups = new ArrayList<>();
        for (Map.Entry<String, List<EvaluatedFinding>> check : byCheck.entrySet()) {
            List<EvaluatedFinding> own = check.getValue();
            own.sort(Group::compare);
            int count = 0;
            for (EvaluatedFinding judged : own) {
                count += fails.contains(judged.fingerprint()) ? 1 : 0;
            }
            groups.add(new Group(check.getKey(), Collections.unmodifiableList(own), count));
        }
        Collections.sort(groups);
        return groups;
    }

    private static int compare(EvaluatedFinding one, EvaluatedFinding other) {
        int standing = Standing.of(one).compareTo(Standing.of(other));
        return standing != 0 ? standing : Danger.compare(one, other);
    }

    @Override
    public int compareTo(Group other) {
        int fails = Boolean.compare(failing == 0, other.failing == 0);
        if (fails != 0) {
            return fails;
        }
        int counts = Boolean.compare(counting() == 0, other.counting() == 0);
        if (counts != 0) {
            return counts;
        }
        int severity = other.severity().compareTo(severity());
        return severity != 0 ? severity : Danger.compare(findings.get(0), other.findings.get(0));
    }

    /** The worst severity. */
    Severity severity() {
        Severity worst = findings.get(0).finding().severity();
        for (EvaluatedFinding judged : findings) {
            Severity severity = judged.finding().severity();
            worst = severity.compareTo(worst) > 0 ? severity : worst;
        }
        return worst;
    }

    /** How many of them count. */
    int counting() {
        return counted().size();
    }

    /** Those of them that count. */
    List<EvaluatedFinding> counted() {
        return findings.stream().filter(EvaluatedFinding::counts).toList();
    }

    /** How many files those are in; what is found of the repository as a whole is in none. */
    int files() {
        return (int) counted().stream()
                .map(judged -> judged.finding().primary().path())
                .filter(path -> !path.isEmpty())
                .distinct()
                .count();
    }
}
