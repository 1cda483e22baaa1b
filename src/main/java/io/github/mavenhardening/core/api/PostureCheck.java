package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;

/** A check of the repository's posture, as far as a checkout shows it: its policies, its owners, its bots, its history. */
public interface PostureCheck extends Check {

    @Override
    default Family family() {
        return Family.POSTURE;
    }

    /**
     * Looks at the repository; called once.
     *
     * @throws java.io.UncheckedIOException when it cannot look; the audit says so
     */
    void check(CheckContext in);

    /** What is missing or outdated on paper is not exploited by itself. */
    @Override
    default Finding.Builder at(Location location) {
        return Check.super.at(location).exposure(Exposure.NOBODY);
    }
}
