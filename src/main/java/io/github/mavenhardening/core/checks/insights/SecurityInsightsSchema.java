package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.OpenQuestions;
import io.github.mavenhardening.core.insights.SecurityInsights;
import io.github.mavenhardening.core.insights.SpecRelease;
import io.github.mavenhardening.core.insights.SpecSchemas;
import java.util.Optional;

/** The file has something that the schema of its version does not allow, or lacks something that it requires. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-schema",
        title = "The Security Insights file does not fit the schema of its version",
        severity = Severity.HIGH,
        controls = {"OSPS-GV-01.01", "OSPS-QA-04.01"},
        sources = {
            "https://github.com/ossf/security-insights/blob/main/spec/schema.cue",
            "https://github.com/ossf/security-insights/blob/v1.0.0/security-insights-schema-1.0.0.yaml"
        })
public final class SecurityInsightsSchema implements InsightsCheck {

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        Optional<SpecRelease> release = file.version().schema();
        if (release.isPresent()) {
            new SchemaFindings(this, file, release.get())
                    .report(SpecSchemas.errors(file, release.get()), info().severity(), context);
        }
    }

    @Override
    public void unanswered(SecurityInsights file, OpenQuestions questions, CheckContext context) {
        context.report(at(file.at(questions.first()))
                .message(Count.are(questions.count(), "questions")
                        + " open, so the file is not valid yet; nothing else of it was checked")
                .remedy("Give each key marked QUESTION its value, and remove the marker")
                .subject("questions"));
    }
}
