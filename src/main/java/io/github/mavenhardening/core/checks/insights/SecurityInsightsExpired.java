package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.SecurityInsights;
import java.util.Optional;

/** A 1.x file is past its expiration date: by its own specification it is no longer valid. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-expired",
        title = "The Security Insights file is expired",
        severity = Severity.HIGH,
        controls = {"OSPS-GV-01.01", "OSPS-VM-02.01"},
        sources = "https://github.com/ossf/security-insights/blob/v1.0.0/specification/header.md",
        options = Expiry.Grace.class)
public final class SecurityInsightsExpired implements InsightsCheck {

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        Optional<Expiry> known = Expiry.of(file, context);
        if (known.isEmpty()) {
            return;
        }
        Expiry expiry = known.get();
        context.expires("Security Insights", expiry.until().plus(expiry.grace()).toLocalDate());
        if (expiry.isExpired(context.now())) {
            context.report(TimeFinding.of(
                            this,
                            context.options(Expiry.Grace.class),
                            file.at(expiry.span()),
                            context,
                            "expired " + expiry.ago(context.today()) + ", on "
                                    + expiry.until().toLocalDate())
                    .remedy("Let a maintainer re-review the file, then set last-reviewed and expiration-date")
                    .subject("/header/expiration-date"));
        }
    }
}
