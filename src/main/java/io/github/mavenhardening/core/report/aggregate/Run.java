package io.github.mavenhardening.core.report.aggregate;

import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.run.Coverage;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one JSON report says of one repository at one commit.
 *
 * @param file the report, relative to the folder that it was found in
 * @param repository the repository's address; without one the folder of the report, or its name, stands for it
 * @param root the folder of the repository that was looked at; {@code .} for all of it
 * @param commit the commit's hash, where it is known
 * @param version this plugin's version
 * @param passed whether the threshold was kept
 * @param counts how many findings count, by severity, every severity named
 * @param suppressed how many do not
 * @param added how many of those that count are new against a baseline; empty without one
 * @param unchecked how many things could not be checked: gaps, and families as a whole
 * @param checks how many of those that count each check found
 * @param coverage how much is pinned and locked
 */
public record Run(
        String file,
        String repository,
        String root,
        Optional<String> commit,
        String version,
        boolean passed,
        Map<Severity, Integer> counts,
        int suppressed,
        Optional<Integer> added,
        int unchecked,
        SortedMap<String, Found> checks,
        List<Coverage> coverage) {

    /**
     * What one check found.
     *
     * @param severity the worst severity
     * @param count how many findings
     */
    public record Found(Severity severity, int count) {

        Found and(Severity other) {
            return new Found(other.compareTo(severity) > 0 ? other : severity, count + 1);
        }

        Found and(Found other) {
            return new Found(other.severity.compareTo(severity) > 0 ? other.severity : severity, count + other.count);
        }
    }

    public Run {
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
        checks = Collections.unmodifiableSortedMap(new TreeMap<>(checks));
        coverage = List.copyOf(coverage);
    }

    /** The repository, and the folder in it where not all of it was looked at. */
    public String name() {
        return root.equals(".") ? repository : repository + ", " + root;
    }

    /** How many findings count. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
