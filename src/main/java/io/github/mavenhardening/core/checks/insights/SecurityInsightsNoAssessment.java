package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.insights.NamedAssessments;
import io.github.mavenhardening.core.insights.SecurityInsights;
import java.util.Optional;

/** The file names no threat model, no assessment by the project itself and no audit by others. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-no-assessment",
        title = "The Security Insights file names neither a threat model nor an audit",
        severity = Severity.INFO,
        persona = Persona.PEDANTIC,
        controls = {"OSPS-SA-03.01", "OSPS-SA-03.02"},
        sources = "https://github.com/ossf/security-insights/blob/main/docs/schema.md")
public final class SecurityInsightsNoAssessment implements InsightsCheck {

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        Optional<Span> missing = NamedAssessments.missingFrom(file);
        if (missing.isPresent()) {
            context.report(at(file.at(missing.get()))
                    .message("No threat model, self-assessment or audit is named that a reader could look up")
                    .remedy(
                            file.version().isTwo()
                                    ? "Give assessments.self the evidence and the date of a self-assessment or threat model,"
                                            + " or list an audit under assessments.third-party"
                                    : "Name one under security-artifacts.threat-model, security-artifacts.self-assessment or"
                                            + " security-assessments")
                    .subject("/assessments"));
        }
    }
}
