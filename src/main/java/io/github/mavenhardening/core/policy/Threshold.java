package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The threshold from which findings fail the build.
 *
 * @param failOn the severity from which a single finding fails it; empty for never
 * @param maximum the most findings of a severity that are allowed; a severity that is not named has no maximum
 */
public record Threshold(Optional<Severity> failOn, Map<Severity, Integer> maximum) {

    public Threshold {
        maximum = Collections.unmodifiableMap(copy(maximum));
    }

    private static Map<Severity, Integer> copy(Map<Severity, Integer> maximum) {
        Map<Severity, Integer> copy = new EnumMap<>(Severity.class);
        copy.putAll(maximum);
        return copy;
    }

    /** Whether findings of that severity can fail the build by themselves. */
    public boolean failsOn(Severity severity) {
        return failOn.isPresent() && severity.atLeast(failOn.get());
    }

    /** Whether findings of that severity are among those that fail the build, given how many of each there are. */
    boolean brokenBy(Severity severity, Map<Severity, Integer> counts) {
        // Silent: no maximum is not a limit of what is read.
        int most = maximum.getOrDefault(severity, Integer.MAX_VALUE);
        return failsOn(severity) || counts.getOrDefault(severity, 0) > most;
    }

    /**
     * Why those counts fail the build, one sentence part a reason; empty when they do not.
     *
     * @param counts findings by severity; a severity that is not named has none
     */
    public List<String> exceededBy(Map<Severity, Integer> counts) {
        List<String> reasons = new ArrayList<>();
        int over = 0;
        for (Map.Entry<Severity, Integer> entry : counts.entrySet()) {
            if (failsOn(entry.getKey())) {
                over += entry.getValue();
            }
        }
        if (over > 0) {
            Severity level = failOn.orElseThrow();
            reasons.add(Count.of(over, "findings") + " of severity " + level.label()
                    + (level == Severity.CRITICAL ? "" : " or above"));
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
