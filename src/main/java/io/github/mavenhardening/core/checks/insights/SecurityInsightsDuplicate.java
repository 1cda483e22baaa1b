package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.InsightsFile;
import io.github.mavenhardening.core.insights.InsightsFiles;

/** There are several files: tools disagree on which one they read. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-duplicate",
        title = "The repository has several Security Insights files",
        severity = Severity.MEDIUM,
        sources =
                "https://github.com/ossf/security-insights/blob/main/docs/FAQ.md#where-should-i-place-the-security-insightsyml-file")
public final class SecurityInsightsDuplicate implements InsightsCheck {

    @Override
    public void files(InsightsFiles files, CheckContext context) {
        for (InsightsFile other : files.others()) {
            String chosen = files.chosen().orElseThrow().path();
            context.report(at(Location.ofFile(other.path()))
                    .related(Location.ofFile(chosen).labelled("the one that counts"))
                    .message("The repository has a second Security Insights file; tools use " + chosen)
                    .remedy("Keep one of them, and move the contents of the other into it")
                    .subject(other.path()));
        }
    }
}
