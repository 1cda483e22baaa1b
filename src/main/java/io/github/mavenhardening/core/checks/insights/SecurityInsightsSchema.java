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
import io.github.mavenhardening.core.insights.WrittenRelease;
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
        Optional<WrittenRelease> other = WrittenRelease.other(file);
        if (other.isPresent()) {
            report(other.get(), file, context);
            return;
        }
        Optional<SpecRelease> release = file.version().schema();
        if (release.isPresent()) {
            new SchemaFindings(this, file, release.get())
                    .report(SpecSchemas.errors(file, release.get()), info().severity(), context);
        }
    }

    /** One finding: that every key is wrong tells nobody what to do. */
    private void report(WrittenRelease other, SecurityInsights file, CheckContext context) {
        String version = other.release().version();
        context.report(at(file.at(file.version().span()))
                .message("The file names version " + file.version().text().orElse("") + ", but is written for "
                        + version + ": its keys " + String.join(", ", other.keys())
                        + " belong to that version; nothing else of it was validated"
                        + " against a schema")
                .remedy("Write schema-version: " + version
                        + (other.release() == SpecRelease.V1_0_0
                                ? ", or convert the file to "
                                        + SpecRelease.latest().version()
                                : ""))
                .subject("other release"));
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
