package io.github.mavenhardening.core.lock.change;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change brings to the lock.
 *
 * @param base what it is compared with, as it was named
 * @param problem why it cannot be compared, a sentence fragment; empty where it was
 * @param isNoRequest whether that is because this build is not of a change, so that nothing is wrong
 * @param artifacts the artifacts that changed, the worst first
 * @param build what a reviewer has to look at beside them, the worst first
 * @param unchanged how many artifacts did not change
 * @param gaps what was not compared or is not known, a sentence each
 */
public record LockChange(
        String base,
        Optional<String> problem,
        boolean isNoRequest,
        List<ArtifactChange> artifacts,
        List<Notice> build,
        int unchanged,
        List<String> gaps) {

    public LockChange {
        artifacts = List.copyOf(artifacts);
        build = List.copyOf(build);
        gaps = List.copyOf(gaps);
    }

    /** A change that cannot be compared. */
    static LockChange unknown(String base, String problem, boolean isNoRequest) {
        return new LockChange(base, Optional.of(problem), isNoRequest, List.of(), List.of(), 0, List.of());
    }

    /** Whether both were compared and are the same in all that is looked at. */
    public boolean isNothing() {
        return problem.isEmpty() && artifacts.isEmpty() && build.isEmpty();
    }

    /** How many artifacts changed in which way, in the order of the kinds; those that occur. */
    public SortedMap<ArtifactChange.Kind, Integer> counts() {
        SortedMap<ArtifactChange.Kind, Integer> counts = new TreeMap<>();
        artifacts.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        return counts;
    }

    /** What of the files that came could not be looked into, a fragment each: artifact, file, reason. */
    public List<String> unseen() {
        return artifacts.stream()
                .flatMap(change -> change.after().unseen().stream().map(gap -> change.artifact() + ": " + gap))
                .toList();
    }

    /** Of which versions that came the licence is not known, a fragment each: version, reason. */
    public List<String> unlicensed() {
        return artifacts.stream()
                .flatMap(change -> change.after().unlicensed().stream())
                .toList();
    }
}
