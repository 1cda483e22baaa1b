package io.github.mavenhardening.core.finding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The last day on which something holds, as it was written. What is not a date is over: a misspelt one shows itself. */
public final class LastDay {

    private final String text;
    private final Optional<LocalDate> date;

    private LastDay(String text, Optional<LocalDate> date) {
        this.text = text;
        this.date = date;
    }

    /** That of a text, {@code 2027-01-31}. */
    public static LastDay of(String text) {
        String stripped = text.strip();
        try {
            return new LastDay(stripped, Optional.of(LocalDate.parse(stripped)));
        } catch (DateTimeException e) {
            // Silent: the text is kept, and counts as over.
            return new LastDay(stripped, Optional.empty());
        }
    }

    /** The day; empty for what is not a date. */
    public Optional<LocalDate> date() {
        return date;
    }

    /** Whether it is past. */
    public boolean isOver(LocalDate today) {
        return date.isEmpty() || today.isAfter(date.get());
    }

    /** How it ended, a predicate: "expired on 2027-01-31". */
    public String end() {
        return date.isPresent()
                ? "expired on " + text
                : "counts as expired, as '" + text + "' is not a date such as 2027-01-31";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LastDay day && day.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
