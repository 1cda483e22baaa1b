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

/** A 2.x file should be reviewed: not stale yet, but past the time that the specification's documentation advises. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-review-due",
        title = "The Security Insights file is due for a review",
        severity = Severity.LOW,
        controls = {"OSPS-GV-01.01", "OSPS-VM-02.01"},
        sources =
                "https://github.com/ossf/security-insights/blob/main/docs/FAQ.md#how-often-should-i-update-my-security-insightsyml-file",
        options = SecurityInsightsReviewDue.Warning.class)
public final class SecurityInsightsReviewDue implements InsightsCheck {

    record Warning(
            @Option(
                    value = "The age from which a review is due, as an ISO 8601 period",
                    otherwise = "P6M",
                    example = "P3M")
            Period warn,

            @Option(value = TimeFinding.NOTE_AT_RELEASE_TAG, otherwise = "true")
            boolean noteAtReleaseTag,

            @Option(value = TimeFinding.RELEASE_TAGS, example = TimeFinding.EXAMPLE_TAGS)
            List<String> releaseTags)
            implements TimeFinding.Options {}

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        Warning options = context.options(Warning.class);
        Optional<ReviewAge> known = ReviewAge.of(file, context);
        if (known.isEmpty()) {
            return;
        }
        ReviewAge age = known.get();
        if (age.isOlderThan(options.warn(), context.today()) && !age.isStale(context.today())) {
            context.report(TimeFinding.of(
                            this,
                            options,
                            file.at(age.span()),
                            context,
                            "last reviewed " + age.days(context.today()) + " days ago, on " + age.reviewed()
                                    + "; the specification's FAQ advises to look at it every three or six"
                                    + " months, and this plugin's policy makes the file stale on "
                                    + age.reviewed().plus(age.maxAge()).plusDays(1))
                    .remedy("Let a maintainer re-review the file and set last-reviewed")
                    .subject("/header/last-reviewed"));
        }
    }
}
