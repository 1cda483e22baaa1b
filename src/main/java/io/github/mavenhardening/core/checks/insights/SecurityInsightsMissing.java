package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.InsightsFiles;
import io.github.mavenhardening.core.insights.SpecRelease;

/** The repository has no Security Insights file at all. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-missing",
        title = "The repository has no Security Insights file",
        severity = Severity.HIGH,
        controls = {"OSPS-GV-01.01", "OSPS-VM-02.01"},
        sources = "https://github.com/ossf/security-insights")
public final class SecurityInsightsMissing implements InsightsCheck {

    @Override
    public void files(InsightsFiles files, CheckContext context) {
        if (files.chosen().isEmpty()) {
            context.report(at(Location.ofRepository())
                    .message("There is no Security Insights file in the root, in .github, .gitlab, .forgejo or .gitea")
                    .remedy("Run 'mvn hardening:init', which writes security-insights.yml, schema version "
                            + SpecRelease.latest().version() + ", and answer the questions in it")
                    .subject("security-insights.yml"));
        }
    }
}
