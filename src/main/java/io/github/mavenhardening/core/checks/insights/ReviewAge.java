package io.github.mavenhardening.core.checks.insights;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.insights.HeaderDate;
import io.github.mavenhardening.core.insights.SecurityInsights;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The time since the last review of a 2.x file. The specification sets no limit; this plugin's policy does.
 *
 * @param reviewed the day of the last review
 * @param maxAge the age beyond which the file is stale
 * @param span where the date stands
 */
record ReviewAge(LocalDate reviewed, Period maxAge, Span span) {

    /** The options of {@code security-insights-stale}. */
    record MaxAge(
            @Option(
                    value = "The age from which a file is stale, as an ISO 8601 period",
                    otherwise = "P1Y",
                    example = "P6M")
            Period maxAge,

            @Option(value = TimeFinding.NOTE_AT_RELEASE_TAG, otherwise = "true")
            boolean noteAtReleaseTag,

            @Option(value = TimeFinding.RELEASE_TAGS, example = TimeFinding.EXAMPLE_TAGS)
            List<String> releaseTags)
            implements TimeFinding.Options {}

    /** The age of that file; empty where it names no day that can be read, or is not a 2.x. */
    static Optional<ReviewAge> of(SecurityInsights file, CheckContext context) {
        // Silent: the most is an option of the check here, not a limit of what is read.
        Period maxAge = context.options(MaxAge.class).maxAge();
        Optional<HeaderDate> date = file.version().isTwo() ? file.lastReviewed() : Optional.empty();
        return date.isPresent() && date.get().day().isPresent()
                ? Optional.of(
                        new ReviewAge(date.get().day().get(), maxAge, date.get().span()))
                : Optional.empty();
    }

    boolean isOlderThan(Period age, LocalDate today) {
        return reviewed.plus(age).isBefore(today);
    }

    boolean isStale(LocalDate today) {
        return isOlderThan(maxAge, today);
    }

    long days(LocalDate today) {
        return ChronoUnit.DAYS.between(reviewed, today);
    }
}
