package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The release that a file is written for by its keys, where it names another: all that its schema could say is that nothing fits.
 *
 * @param release what it is written for
 * @param keys those that only such a file has, in the order of the text
 */
public record WrittenRelease(SpecRelease release, List<String> keys) {

    private static final Set<String> OF_ONE = Set.of(
            "project-lifecycle",
            "contribution-policy",
            "dependencies",
            "distribution-points",
            "documentation",
            "security-artifacts",
            "security-assessments",
            "security-contacts",
            "security-testing",
            "vulnerability-reporting");

    private static final Set<String> OF_TWO = Set.of("project", "repository");

    /** Of so many keys of another release, and none of its own, a file is written for that. */
    private static final int ENOUGH = 2;

    public WrittenRelease {
        keys = List.copyOf(keys);
    }

    /** Another release than the one that the file names; empty where it is written for that, or for none in particular. */
    public static Optional<WrittenRelease> other(SecurityInsights file) {
        List<String> one = among(OF_ONE, file);
        List<String> two = among(OF_TWO, file);
        if (file.version().isTwo() && two.isEmpty() && one.size() >= ENOUGH) {
            return Optional.of(new WrittenRelease(SpecRelease.V1_0_0, one));
        }
        boolean isOne = file.version().schema().equals(Optional.of(SpecRelease.V1_0_0));
        return isOne && one.isEmpty() && !two.isEmpty()
                ? Optional.of(new WrittenRelease(SpecRelease.latest(), two))
                : Optional.empty();
    }

    private static List<String> among(Set<String> keys, SecurityInsights file) {
        List<String> found = new ArrayList<>();
        for (YamlMapping.Entry entry : file.root().entries()) {
            if (keys.contains(entry.name())) {
                found.add(entry.name());
            }
        }
        return found;
    }
}
