package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.HeaderDate;
import io.github.mavenhardening.core.insights.SecurityInsights;
import java.time.LocalDate;
import java.util.Optional;

/** A 1.x file names an expiration date that is more than one year after its last review. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-expiry-cap",
        title = "The Security Insights file expires more than a year after its last review",
        severity = Severity.MEDIUM,
        sources = "https://github.com/ossf/security-insights/blob/v1.0.0/specification/header.md")
public final class SecurityInsightsExpiryCap implements InsightsCheck {

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        Optional<HeaderDate> expiration = file.expiration();
        Optional<LocalDate> expires = HeaderDate.dayOf(expiration);
        Optional<LocalDate> reviewed = HeaderDate.dayOf(file.lastReviewed());
        if (expires.isEmpty() || reviewed.isEmpty()) {
            return;
        }
        // By the calendar: a year with a 29th of February has 366 days.
        LocalDate latest = reviewed.get().plusYears(1);
        if (expires.get().isAfter(latest)) {
            context.report(at(file.at(expiration.orElseThrow().span()))
                    .related(file.at(file.lastReviewed().orElseThrow().span()).labelled("the last review"))
                    .message("The file expires on " + expires.get() + ", more than a year after the last review on "
                            + reviewed.get())
                    .remedy("Set expiration-date to " + latest + " at the latest")
                    .subject("/header/expiration-date"));
        }
    }
}
