package io.github.mavenhardening.core.policy;

import java.util.Optional;

/**
 * What the user compares a run with, so that only new findings fail the build.
 *
 * @param baselineFile the baseline, relative to the repository's root; empty for the usual place. One that is named must be
 *     there
 * @param since the branch, tag or commit whose changes alone count, or {@code base} for what the CI service or {@code
 *     hardening.base} names; empty for all findings
 */
public record Against(Optional<String> baselineFile, Optional<String> since) {

    /** Nothing but the baseline in the usual place. */
    public static Against usual() {
        return new Against(Optional.empty(), Optional.empty());
    }
}
