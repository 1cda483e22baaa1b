package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Finding;

/** The sink to which checks report their findings. */
@FunctionalInterface
public interface FindingSink {

    void add(Finding finding);

    /** Completes a finding and leaves it. */
    default void add(Finding.Builder finding) {
        add(finding.build());
    }
}
