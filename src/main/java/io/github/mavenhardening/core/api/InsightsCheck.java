package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.insights.InsightsFiles;
import io.github.mavenhardening.core.insights.OpenQuestions;
import io.github.mavenhardening.core.insights.SecurityInsights;

/**
 * A check of the Security Insights file. It implements the method that hands it what it looks at; the search and the
 * reading are done once, for all.
 */
public interface InsightsCheck extends Check {

    @Override
    default Family family() {
        return Family.SECURITY_INSIGHTS;
    }

    /** Looks at which files there are, and whether they can be read; called once, also where there is none. */
    default void files(InsightsFiles files, CheckContext in) {}

    /** Looks at the file that counts; called where there is one that can be read, and that leaves no question open. */
    default void file(SecurityInsights file, CheckContext in) {}

    /**
     * Looks at the file that counts while it leaves questions of {@code hardening:init} open, in place of {@link #file}: each
     * of them would be an error to several checks.
     */
    default void unanswered(SecurityInsights file, OpenQuestions questions, CheckContext in) {}

    /** What is missing or outdated on paper is not exploited by itself. */
    @Override
    default Finding.Builder at(Location location) {
        return Check.super.at(location).exposure(Exposure.NOBODY);
    }
}
