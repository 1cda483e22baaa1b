package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Option;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the policy says of the baseline.
 *
 * @param grace the last day on which findings of checks that are newer than the baseline do not fail the build
 */
public record BaselineSettings(
        @Option("The last day on which what a check finds that is newer than the baseline does not fail the build")
        Optional<LocalDate> grace) {}
