package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.SecurityInsights;
import io.github.mavenhardening.core.insights.SpdxExpression;
import io.github.mavenhardening.core.insights.SpecRelease;
import io.github.mavenhardening.core.insights.SpecSchemas;
import io.github.mavenhardening.core.insights.WrittenRelease;
import io.github.mavenhardening.core.insights.schema.Quoted;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/** The file has or lacks what the specification's documentation does not allow, though its schema lets it through. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-schema-docs",
        title = "The Security Insights file fits its schema, but not the specification's documentation",
        severity = Severity.LOW,
        sources = {
            "https://github.com/ossf/security-insights/blob/main/docs/schema.md",
            "https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/"
        },
        options = SecurityInsightsSchemaDocs.Strictness.class)
public final class SecurityInsightsSchemaDocs implements InsightsCheck {

    record Strictness(
            @Option(value = "Reports these as errors, with high severity", otherwise = "false", example = "true")
            boolean strict) {}

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        boolean strict = context.options(Strictness.class).strict();
        Severity severity = strict ? Severity.HIGH : info().severity();
        Optional<SpecRelease> release = file.version().schema();
        // Silent: of a file that is written for another release, security-insights-schema says that.
        if (release.isPresent() && WrittenRelease.other(file).isEmpty()) {
            new SchemaFindings(this, file, release.get())
                    .report(SpecSchemas.documentationErrors(file, release.get()), severity, context);
        }
        Optional<YamlMapping> licensing = file.mapping("repository", "license");
        Optional<YamlScalar> license = licensing.isPresent() ? licensing.get().scalar("expression") : Optional.empty();
        if (license.isPresent()
                && !license.get().value().isBlank()
                && !SpdxExpression.isWellFormed(license.get().value())) {
            context.report(at(file.at(license.get().span()))
                    .severity(severity)
                    .message("/repository/license/expression: "
                            + Quoted.of(license.get().value()) + " is not an SPDX licence expression")
                    .remedy("Write identifiers of the SPDX list, joined by AND or OR, such as Apache-2.0 OR MIT")
                    .subject("/repository/license/expression spdx"));
        }
    }
}
