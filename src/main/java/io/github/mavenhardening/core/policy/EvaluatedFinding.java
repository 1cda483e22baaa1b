package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.finding.Finding;
import java.util.Optional;

/**
 * A finding as evaluated by the policy.
 *
 * @param finding the finding, at the severity that the policy gives it
 * @param fingerprint its name across runs, 64 hex digits
 * @param suppression why it does not count; empty when it counts
 * @param integrity whether it says that what was vouched for does not hold, or was not compared
 */
public record EvaluatedFinding(
        Finding finding, String fingerprint, Optional<Suppression> suppression, boolean integrity) {

    /** Whether it counts towards the threshold. */
    public boolean counts() {
        return suppression.isEmpty();
    }
}
