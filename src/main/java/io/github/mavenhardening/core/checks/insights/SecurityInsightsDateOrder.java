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

/** The dates of the header contradict each other: changed after the last review, or expired before it. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-date-order",
        title = "The dates in the Security Insights file contradict each other",
        severity = Severity.LOW,
        sources = "https://github.com/ossf/security-insights")
public final class SecurityInsightsDateOrder implements InsightsCheck {

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        Optional<HeaderDate> updated = file.lastUpdated();
        Optional<HeaderDate> reviewed = file.lastReviewed();
        Optional<HeaderDate> expires = file.expiration();
        if (isBefore(reviewed, updated)) {
            context.report(at(file.at(reviewed.orElseThrow().span()))
                    .related(file.at(updated.orElseThrow().span()).labelled("the last change"))
                    .message("The file was last reviewed on " + day(reviewed) + ", before its last change on "
                            + day(updated))
                    .remedy("Let a maintainer review the change and set last-reviewed")
                    .subject("/header/last-reviewed"));
        }
        Optional<HeaderDate> latest = reviewed.isEmpty() || isBefore(reviewed, updated) ? updated : reviewed;
        if (isBefore(expires, latest)) {
            context.report(at(file.at(expires.orElseThrow().span()))
                    .related(file.at(latest.orElseThrow().span()).labelled("the later date"))
                    .message("The file expired on " + day(expires) + ", before "
                            + latest.orElseThrow().field() + " on " + day(latest))
                    .remedy("Set expiration-date to at most one year after the last review")
                    .subject("/header/expiration-date"));
        }
    }

    private static boolean isBefore(Optional<HeaderDate> one, Optional<HeaderDate> other) {
        Optional<LocalDate> day = HeaderDate.dayOf(one);
        Optional<LocalDate> otherDay = HeaderDate.dayOf(other);
        return day.isPresent() && otherDay.isPresent() && day.get().isBefore(otherDay.get());
    }

    private static LocalDate day(Optional<HeaderDate> date) {
        return HeaderDate.dayOf(date).orElseThrow();
    }
}
