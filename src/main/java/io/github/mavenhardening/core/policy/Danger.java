package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The order of danger, in which people read findings: severity, then whether the check is confident at all, then who can exploit
 * it, then how confident, then the place. Who can exploit it counts for more than the step from medium to high confidence: code
 * of a stranger that probably runs with the repository's rights comes before a reference that is certainly not pinned.
 */
public final class Danger {

    private Danger() {}

    /** The most dangerous first; what is equally dangerous in its natural order. */
    public static int compare(EvaluatedFinding one, EvaluatedFinding other) {
        int danger = compare(other.finding(), one.finding());
        return danger != 0 ? danger : one.finding().compareTo(other.finding());
    }

    /** Those findings, the most dangerous first; what is equally dangerous stays in its order, which in a result is natural. */
    public static List<EvaluatedFinding> sorted(Collection<EvaluatedFinding> findings) {
        List<EvaluatedFinding> sorted = new ArrayList<>(findings);
        sorted.sort((one, other) -> compare(other.finding(), one.finding()));
        return sorted;
    }

    /** The most dangerous of those findings; the first of several. */
    public static Optional<EvaluatedFinding> worst(Collection<EvaluatedFinding> findings) {
        EvaluatedFinding worst = null;
        for (EvaluatedFinding judged : findings) {
            if (worst == null || compare(judged.finding(), worst.finding()) > 0) {
                worst = judged;
            }
        }
        return Optional.ofNullable(worst);
    }

    /** Written out: thousands of findings are compared on the way to a screen of them. */
    private static int compare(Finding one, Finding other) {
        int severity = one.severity().compareTo(other.severity());
        if (severity != 0) {
            return severity;
        }
        int sure = Boolean.compare(one.confidence() != Confidence.LOW, other.confidence() != Confidence.LOW);
        if (sure != 0) {
            return sure;
        }
        int exposure = one.exposure().compareTo(other.exposure());
        return exposure != 0 ? exposure : one.confidence().compareTo(other.confidence());
    }
}
