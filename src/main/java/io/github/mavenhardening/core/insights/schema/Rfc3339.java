package io.github.mavenhardening.core.insights.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates and date-times as RFC 3339 has them, no looser: {@code 2024-10-3} is none, nor is the 29th of February 2026.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339 §5.6</a>
 */
public final class Rfc3339 {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DATE_TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt]"
            + "[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final int LEAP_SECOND_AT = 17;

    private Rfc3339() {}

    /** A full-date, {@code 2026-11-22}. */
    public static Optional<LocalDate> date(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            // Silent: that it is none is what the answer says; who asks reports it.
            return Optional.empty();
        }
    }

    /** A date-time with its offset, {@code 2026-11-22T23:59:60+02:00}; a leap second counts as the one before it. */
    public static Optional<Instant> dateTime(String text) {
        if (text.length() > 40 || !DATE_TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        boolean leap = text.startsWith("60", LEAP_SECOND_AT);
        String upper = text.toUpperCase(Locale.ROOT);
        String parsable = leap ? upper.substring(0, LEAP_SECOND_AT) + "59" + upper.substring(19) : upper;
        try {
            // RFC 3339 has -00:00 for "UTC, whatever the local time was"; java.time does not.
            return Optional.of(
                    OffsetDateTime.parse(parsable.replace("-00:00", "Z")).toInstant());
        } catch (DateTimeException e) {
            // Silent: that it is none is what the answer says; who asks reports it.
            return Optional.empty();
        }
    }
}
