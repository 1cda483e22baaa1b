package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.SecurityInsights;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** A 1.x file is past its expiration date: by its own specification it is no longer valid. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-expired",
        title = "The Security Insights file is expired",
        severity = Severity.HIGH,
        controls = {"OSPS-GV-01.01", "OSPS-VM-02.01"},
        sources = "https://github.com/ossf/security-insights/blob/v1.0.0/specification/header.md",
        options = SecurityInsightsExpired.Grace.class)
public final class SecurityInsightsExpired implements InsightsCheck {

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

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        Optional<Expiry> known = Expiry.of(file, context);
        if (known.isEmpty()) {
            return;
        }
        Expiry expiry = known.get();
        if (expiry.isExpired(context.now())) {
            context.report(TimeFinding.of(
                            this,
                            context.options(Grace.class),
                            file.at(expiry.span()),
                            context,
                            "expired " + expiry.ago(context.today()) + ", on "
                                    + expiry.until().toLocalDate())
                    .remedy("A maintainer must re-review the file, then set last-reviewed and expiration-date")
                    .subject("/header/expiration-date"));
        }
    }
}
