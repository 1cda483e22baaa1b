package io.github.mavenhardening.core.checks.insights;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.insights.HeaderDate;
import io.github.mavenhardening.core.insights.SecurityInsights;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The expiration date of a 1.x file, and the grace period after it.
 *
 * @param until the last moment of its validity
 * @param grace how long after that it is tolerated
 * @param span where the date stands
 */
record Expiry(ZonedDateTime until, Period grace, Span span) {

    /** The options of {@code security-insights-expired}. */
    record Grace(
            @Option(
                    value = "How long an expired file is tolerated, as an ISO 8601 period; meanwhile"
                            + " [security-insights-expires-soon](security-insights-expires-soon.md) reports it",
                    otherwise = "P0D",
                    example = "P14D")
            Period grace,

            @Option(value = TimeFinding.NOTE_AT_RELEASE_TAG, otherwise = "true")
            boolean noteAtReleaseTag,

            @Option(value = TimeFinding.RELEASE_TAGS, example = TimeFinding.EXAMPLE_TAGS)
            List<String> releaseTags)
            implements TimeFinding.Options {}

    /** The expiry of that file; empty where it names none that can be read. */
    static Optional<Expiry> of(SecurityInsights file, CheckContext context) {
        Period grace = context.options(Grace.class).grace();
        Optional<HeaderDate> date = file.expiration();
        if (date.isEmpty() || date.get().until().isEmpty()) {
            return Optional.empty();
        }
        ZonedDateTime until = date.get().until().get().atZone(ZoneOffset.UTC);
        return Optional.of(new Expiry(until, grace, date.get().span()));
    }

    boolean isOver(Instant now) {
        return now.isAfter(until.toInstant());
    }

    /** Whether it has expired and the grace period is over. */
    boolean isExpired(Instant now) {
        return now.isAfter(until.plus(grace).toInstant());
    }

    /** Whether the end comes within that time. */
    boolean isWithin(Period warn, Instant now) {
        return !now.isBefore(until.minus(warn).toInstant());
    }

    /** "today", or by whole days of UTC. */
    String ago(LocalDate today) {
        long days = ChronoUnit.DAYS.between(until.toLocalDate(), today);
        return days == 0 ? "today" : Count.of(days, "days") + " ago";
    }

    /** "today", or by whole days of UTC. */
    static String ahead(ZonedDateTime moment, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, moment.toLocalDate());
        return days <= 0 ? "today" : "in " + Count.of(days, "days");
    }
}
