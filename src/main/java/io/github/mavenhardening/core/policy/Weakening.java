package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Severity;
import java.util.Optional;

/**
 * A check that a setting switched off or made less severe, which a verdict is to be read with.
 *
 * @param checkId the check
 * @param from its own severity
 * @param to the severity that its findings have; empty when it is off
 * @param place where the setting stands, {@code path:line} or the parameter
 * @param family the family that is off, and the check with it; empty where the setting is about the check
 */
public record Weakening(String checkId, Severity from, Optional<Severity> to, String place, Optional<Family> family) {

    /** One by a setting about the check. */
    public Weakening(String checkId, Severity from, Optional<Severity> to, String place) {
        this(checkId, from, to, place, Optional.empty());
    }

    /** Whether the check is off. */
    public boolean isOff() {
        return to.isEmpty();
    }
}
