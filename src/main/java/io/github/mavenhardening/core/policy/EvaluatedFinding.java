package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Tally;
import java.util.Collection;
import java.util.Optional;

/**
 * A finding as evaluated by the policy.
 *
 * @param finding the finding, at the severity that the policy gives it
 * @param fingerprint its name across runs, 64 hex digits
 * @param suppression why it does not count; empty when it counts
 * @param integrity whether it says that what was vouched for does not hold, or was not compared
 * @param baseline whether the baseline has it; empty without a baseline, for what does not count, and for what no baseline can
 *     know beforehand
 * @param spared why it cannot fail the build although it counts; empty where it can, and for what does not count
 */
public record EvaluatedFinding(
        Finding finding,
        String fingerprint,
        Optional<Suppression> suppression,
        boolean integrity,
        Optional<BaselineState> baseline,
        Optional<Spared> spared) {

    /** One that was compared with nothing. */
    public EvaluatedFinding(Finding finding, String fingerprint, Optional<Suppression> suppression, boolean integrity) {
        this(finding, fingerprint, suppression, integrity, Optional.empty(), Optional.empty());
    }

    /** Whether nothing takes it back. One that is known counts, too, but cannot fail the build. */
    public boolean counts() {
        return suppression.isEmpty();
    }

    /** Whether it counts towards the threshold: it is not suppressed, not known, and not outside the change looked at. */
    public boolean mayFail() {
        return counts() && spared.isEmpty();
    }

    /** How many those are. */
    public static Tally tally(Collection<EvaluatedFinding> judged) {
        return Tally.of(judged.stream().map(EvaluatedFinding::finding).toList());
    }

    /** The same, compared with a baseline or a change. */
    EvaluatedFinding compared(Optional<BaselineState> state, Optional<Spared> reason) {
        return new EvaluatedFinding(finding, fingerprint, suppression, integrity, state, reason);
    }
}
