package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.insights.HeaderDate;
import io.github.mavenhardening.core.insights.SecurityInsights;
import io.github.mavenhardening.core.insights.schema.Quoted;
import io.github.mavenhardening.core.source.SourceFile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** A date of the header is not of the form that the specification wants, does not exist, or lies in the future. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-date",
        title = "A date in the Security Insights file is malformed or in the future",
        severity = Severity.HIGH,
        sources = {"https://www.rfc-editor.org/rfc/rfc3339#section-5.6", "https://github.com/ossf/security-insights"})
public final class SecurityInsightsDate implements InsightsCheck {

    /** Where a day begins first: who reviews the file there writes a date that is tomorrow's in UTC. */
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    private static final String EXPIRATION = "expiration-date";

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        LocalDate latest = LocalDate.ofInstant(context.now(), EASTERNMOST);
        for (HeaderDate date : file.dates()) {
            if (date.problem().isPresent()) {
                context.report(malformed(file, date));
            } else if (!date.field().equals(EXPIRATION)
                    && date.day().orElseThrow().isAfter(latest)) {
                context.report(at(file.at(date.span()))
                        .message("header." + date.field() + ": " + date.text() + " is in the future")
                        .remedy("Write the day on which it happened" + Fix.REFUSED
                                + "only who was there knows that day")
                        .subject("/header/" + date.field()));
            }
        }
    }

    private Finding.Builder malformed(SecurityInsights file, HeaderDate date) {
        String shown = date.text().isEmpty() ? "" : Quoted.of(date.text()) + " ";
        String unknown = date.day().isPresent() ? "" : "; whether the file is out of date cannot be determined";
        Finding.Builder finding = at(file.at(date.span()));
        Optional<String> same = date.inForm();
        if (same.isPresent()) {
            finding.fix(fix(file, date.span(), same.get()));
        }
        return finding.message(
                        "header." + date.field() + ": " + shown + date.problem().orElseThrow() + unknown)
                .remedy("Correct the date; do not set a later one without a review")
                .subject("/header/" + date.field());
    }

    /** The same day in the other form. Not safe: a date is a person's word, and made only where its fix is asked for by name. */
    private static Fix fix(SecurityInsights file, Span place, String date) {
        SourceFile source = file.document().source();
        String written = source.slice(place);
        String quote = written.startsWith("'") || written.startsWith("\"") ? written.substring(0, 1) : "";
        return Fix.of(
                "Write the same day in the form of the specification",
                false,
                new Fix.Edit(source.path(), place, quote + date + quote));
    }
}
