package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Tally;
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
        Map<Severity, List<Finding>> bySeverity = new EnumMap<>(Severity.class);
        List<Finding> over = new ArrayList<>();
        int unsure = 0;
        for (Finding finding : findings) {
            bySeverity
                    .computeIfAbsent(finding.severity(), none -> new ArrayList<>())
                    .add(finding);
            if (failsOn(finding)) {
                over.add(finding);
            } else if (isSevere(finding)) {
                unsure++;
            }
        }
        if (!over.isEmpty()) {
            Severity level = failOn.orElseThrow();
            reasons.add(Tally.of(over).of("findings") + " of severity " + level.label()
                    + (level == Severity.CRITICAL ? "" : " or above")
                    + (unsure == 0 ? "" : " and at least " + confidence.label() + " confidence"));
        }
        for (Map.Entry<Severity, Integer> entry : maximum.entrySet()) {
            Severity severity = entry.getKey();
            int most = entry.getValue();
            List<Finding> of = bySeverity.getOrDefault(severity, List.of());
            if (of.size() > most) {
                Tally count = Tally.of(of);
                reasons.add((count.more() ? "more than " : "") + count.known() + " of severity " + severity.label()
                        + ", at most " + most + " allowed");
            }
        }
        return reasons;
    }
}
