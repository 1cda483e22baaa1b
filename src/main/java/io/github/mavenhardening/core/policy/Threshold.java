package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The threshold from which findings fail the build.
 *
 * @param failOn the severity from which a single finding fails it; empty for never
 * @param confidence how sure its check must be of such a finding
 * @param maximum the most findings of a severity that are allowed, whatever their confidence; a severity that is not named has
 *     no maximum
 */
public record Threshold(Optional<Severity> failOn, Confidence confidence, Map<Severity, Integer> maximum) {

    public Threshold {
        maximum = Collections.unmodifiableMap(copy(maximum));
    }

    private static Map<Severity, Integer> copy(Map<Severity, Integer> maximum) {
        Map<Severity, Integer> copy = new EnumMap<>(Severity.class);
        copy.putAll(maximum);
        return copy;
    }

    /** Whether that finding fails the build by itself. */
    boolean failsOn(Finding finding) {
        return isSevere(finding) && finding.confidence().compareTo(confidence) >= 0;
    }

    private boolean isSevere(Finding finding) {
        return failOn.isPresent() && finding.severity().atLeast(failOn.get());
    }

    /** Whether that finding is among those that fail the build, given how many of each severity there are. */
    boolean brokenBy(Finding finding, Map<Severity, Integer> counts) {
        int most = maximum.getOrDefault(finding.severity(), Integer.MAX_VALUE);
        return failsOn(finding) || counts.getOrDefault(finding.severity(), 0) > most;
    }

    /** Why those findings fail the build, one sentence part a reason; empty when they do not. */
    List<String> exceededBy(Collection<Finding> findings) {
        List<String> reasons = new ArrayList<>();
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        int over = 0;
        int unsure = 0;
        for (Finding finding : findings) {
            counts.merge(finding.severity(), 1, Integer::sum);
            if (failsOn(finding)) {
                over++;
            } else if (isSevere(finding)) {
                unsure++;
            }
        }
        if (over > 0) {
            Severity level = failOn.orElseThrow();
            reasons.add(Count.of(over, "findings") + " of severity " + level.label()
                    + (level == Severity.CRITICAL ? "" : " or above")
                    + (unsure == 0 ? "" : " and at least " + confidence.label() + " confidence"));
        }
        for (Map.Entry<Severity, Integer> entry : maximum.entrySet()) {
            Severity severity = entry.getKey();
            int most = entry.getValue();
            int count = counts.getOrDefault(severity, 0);
            if (count > most) {
                reasons.add(count + " of severity " + severity.label() + ", at most " + most + " allowed");
            }
        }
        return reasons;
    }
}
