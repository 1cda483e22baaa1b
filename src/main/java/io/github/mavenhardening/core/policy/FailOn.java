package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.finding.Severity;
import java.util.Optional;

/** From which severity one finding fails the build. */
public enum FailOn {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFO,
    NEVER;

    /** The severity; empty for never. */
    public Optional<Severity> severity() {
        return this == NEVER ? Optional.empty() : Optional.of(Severity.valueOf(name()));
    }
}
