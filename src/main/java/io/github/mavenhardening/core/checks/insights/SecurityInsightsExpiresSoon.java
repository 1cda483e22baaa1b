package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.SecurityInsights;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** A 1.x file will expire soon, or has done so and is in its days of grace. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-expires-soon",
        title = "The Security Insights file expires soon",
        severity = Severity.MEDIUM,
        controls = {"OSPS-GV-01.01", "OSPS-VM-02.01"},
        sources = "https://github.com/ossf/security-insights/blob/v1.0.0/specification/header.md",
        options = SecurityInsightsExpiresSoon.Warning.class)
public final class SecurityInsightsExpiresSoon implements InsightsCheck {

    record Warning(
            @Option(
                    value = "How long before the end the finding begins, as an ISO 8601 period",
                    otherwise = "P30D",
                    example = "P60D")
            Period warn,

            @Option(value = TimeFinding.NOTE_AT_RELEASE_TAG, otherwise = "true")
            boolean noteAtReleaseTag,

            @Option(value = TimeFinding.RELEASE_TAGS, example = TimeFinding.EXAMPLE_TAGS)
            List<String> releaseTags)
            implements TimeFinding.Options {}

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        Warning options = context.options(Warning.class);
        Instant now = context.now();
        Optional<Expiry> known = Expiry.of(file, context);
        if (known.isEmpty()) {
            return;
        }
        Expiry expiry = known.get();
        if (expiry.isWithin(options.warn(), now) && !expiry.isExpired(now)) {
            context.report(TimeFinding.of(this, options, file.at(expiry.span()), context, message(expiry, context))
                    .remedy("Let a maintainer re-review the file, then set last-reviewed and expiration-date")
                    .subject("/header/expiration-date"));
        }
    }

    private static String message(Expiry expiry, CheckContext context) {
        return expiry.isOver(context.now())
                ? "expired " + expiry.ago(context.today()) + "; the grace of " + expiry.grace() + " ends "
                        + Expiry.ahead(expiry.until().plus(expiry.grace()), context.today())
                : "expires " + Expiry.ahead(expiry.until(), context.today()) + ", on "
                        + expiry.until().toLocalDate();
    }
}
