package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order of danger, in which people read findings: severity, then confidence, then who can exploit it, then the place. */
public final class Danger {

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::confidence)
            .thenComparing(Finding::exposure)
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
