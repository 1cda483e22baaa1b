package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The order of danger, in which people read findings: severity, then whether the check is confident at all, then who can exploit
 * it, then how confident, then the place. Who can exploit it counts for more than the step from medium to high confidence: code
 * of a stranger that probably runs with the repository's rights comes before a reference that is certainly not pinned.
 */
public final class Danger {

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> finding.confidence() != Confidence.LOW)
            .thenComparing(Finding::exposure)
            .thenComparing(Finding::confidence)
            .reversed()
            .thenComparing(Comparator.naturalOrder());

    private static final Comparator<EvaluatedFinding> JUDGED =
            Comparator.comparing(EvaluatedFinding::finding, WORST_FIRST);

    private Danger() {}

    /** The most dangerous first; what is equally dangerous in its natural order. */
    public static Comparator<EvaluatedFinding> worstFirst() {
        return JUDGED;
    }

    /** Those findings, the most dangerous first. */
    public static List<EvaluatedFinding> sorted(Collection<EvaluatedFinding> findings) {
        List<EvaluatedFinding> sorted = new ArrayList<>(findings);
        sorted.sort(JUDGED);
        return sorted;
    }
}
