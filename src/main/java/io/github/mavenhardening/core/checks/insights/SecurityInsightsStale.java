package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.SecurityInsights;
import java.util.Optional;

/** A 2.x file was last reviewed longer ago than this plugin's policy allows. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-stale",
        title = "The Security Insights file has not been reviewed for too long",
        severity = Severity.HIGH,
        controls = {"OSPS-GV-01.01", "OSPS-VM-02.01"},
        sources =
                "https://github.com/ossf/security-insights/blob/main/docs/FAQ.md#how-often-should-i-update-my-security-insightsyml-file",
        options = ReviewAge.MaxAge.class)
public final class SecurityInsightsStale implements InsightsCheck {

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        Optional<ReviewAge> known = ReviewAge.of(file, context);
        if (known.isEmpty()) {
            return;
        }
        ReviewAge age = known.get();
        context.expires("Security Insights", age.reviewed().plus(age.maxAge()));
        if (age.isStale(context.today())) {
            context.report(TimeFinding.of(
                            this,
                            context.options(ReviewAge.MaxAge.class),
                            file.at(age.span()),
                            context,
                            "last reviewed " + age.days(context.today()) + " days ago, on " + age.reviewed()
                                    + "; this plugin's policy, not the specification, is a review within "
                                    + age.maxAge())
                    .remedy("Let a maintainer re-review the file, then set last-reviewed")
                    .subject("/header/last-reviewed"));
        }
    }
}
