package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.insights.schema.Rfc3339;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A date of the header, as strict as the specification and as lenient as can be: a date where a date-time belongs, or the
 * other way round, is wrong, but tells the day all the same.
 *
 * @param field its key, {@code last-reviewed}
 * @param text what stands there; empty when it is not a single value
 * @param span where
 * @param problem what is wrong with it, "must be …"; empty when nothing is
 * @param day the day that it names, in UTC; empty when it names none
 * @param until the last moment of that date: the moment itself of a date-time, the end of the day of a date
 */
public record HeaderDate(
        String field,
        String text,
        Span span,
        Optional<String> problem,
        Optional<LocalDate> day,
        Optional<Instant> until) {

    /** What the specification wants there. */
    enum Form {
        DATE("must be a date of the form YYYY-MM-DD"),
        DATE_TIME("must be a date-time as RFC 3339 has it, such as 2027-01-31T00:00:00Z");

        private final String wanted;

        Form(String wanted) {
            this.wanted = wanted;
        }
    }

    /** The same day in the form that the specification wants; empty where the form is right, or no day is named. */
    public Optional<String> inForm() {
        if (problem.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        boolean isDate = Rfc3339.date(text).isPresent();
        return Optional.of(
                isDate
                        ? until.orElseThrow().truncatedTo(ChronoUnit.SECONDS).toString()
                        : day.get().toString());
    }

    static HeaderDate of(YamlMapping.Entry entry, Form form) {
        if (!(entry.value() instanceof YamlScalar scalar) || scalar.isNull()) {
            return unreadable(entry, "", form);
        }
        Optional<LocalDate> date = Rfc3339.date(scalar.value());
        Optional<Instant> moment = Rfc3339.dateTime(scalar.value());
        if (date.isEmpty() && moment.isEmpty()) {
            return unreadable(entry, scalar.value(), form);
        }
        boolean fits = form == Form.DATE ? date.isPresent() : moment.isPresent();
        LocalDate day = date.isPresent() ? date.get() : LocalDate.ofInstant(moment.orElseThrow(), ZoneOffset.UTC);
        Instant until = moment.isPresent() ? moment.get() : endOf(day);
        return new HeaderDate(
                entry.name(),
                scalar.value(),
                scalar.span(),
                fits ? Optional.empty() : Optional.of(form.wanted),
                Optional.of(day),
                Optional.of(until));
    }

    /** The day that a date names; empty when there is no date, or it names none. */
    public static Optional<LocalDate> dayOf(Optional<HeaderDate> date) {
        return date.isPresent() ? date.get().day : Optional.empty();
    }

    private static HeaderDate unreadable(YamlMapping.Entry entry, String text, Form form) {
        return new HeaderDate(
                entry.name(),
                text,
                text.isEmpty() ? entry.key().span() : entry.value().span(),
                Optional.of(isOfForm(text) ? "names a day or a time that does not exist" : form.wanted),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it looks like a date, so that only the calendar or the clock lacks it. */
    private static boolean isOfForm(String text) {
        return text.length() <= 40
                && text.matches(
                        "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2}))?");
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
    }
}
