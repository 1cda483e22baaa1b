package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.SchemaVersion;
import io.github.mavenhardening.core.insights.SecurityInsights;
import io.github.mavenhardening.core.insights.SpecRelease;
import io.github.mavenhardening.core.insights.WrittenRelease;
import io.github.mavenhardening.core.insights.schema.Quoted;
import java.util.Optional;

/** The version is missing or none that exists (high), newer than what is known here (medium), or superseded (low). */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-version",
        title = "The Security Insights file follows no known version, or an old one",
        severity = Severity.HIGH,
        sources = "https://github.com/ossf/security-insights/releases")
public final class SecurityInsightsVersion implements InsightsCheck {

    private static final String LATEST = SpecRelease.latest().version();

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        SchemaVersion version = file.version();
        Finding.Builder finding = at(file.at(version.span())).subject("/header/schema-version");
        String shown = version.text().isPresent() ? Quoted.of(version.text().get()) : "";
        if (version.text().isEmpty()) {
            context.report(finding.message(
                            "header.schema-version is missing, so the file cannot be validated against a schema")
                    .remedy("Add 'schema-version: " + LATEST + "' to the header"));
        } else if (version.mayHaveCome()) {
            boolean validated = version.schema().isPresent();
            context.report(finding.severity(Severity.MEDIUM)
                    .message("The schema version " + shown + " is not known to this release; " + LATEST
                            + " is the latest known one; "
                            + (validated
                                    ? "the file was validated against the schema of its minor version"
                                    : "the file was not validated"))
                    .remedy("Follow a released version of the specification, or update this plugin"));
        } else if (version.release().isEmpty()) {
            // Of one that is written for another release, security-insights-schema says that nothing was validated.
            Optional<SpecRelease> validated =
                    WrittenRelease.other(file).isEmpty() ? version.schema() : Optional.empty();
            context.report(finding.message("There is no version " + shown + " of the specification"
                            + validated
                                    .map(release ->
                                            "; the file was validated against the schema of " + release.version())
                                    .orElse(""))
                    .remedy("Use " + LATEST + ", the latest one"));
        } else if (!version.isTwo()) {
            context.report(finding.severity(Severity.LOW)
                    .message("Version " + shown
                            + " of the specification is superseded; the OSPS Baseline scanner reads 2.x" + " only")
                    .remedy("Migrate the file to " + LATEST));
        }
    }
}
