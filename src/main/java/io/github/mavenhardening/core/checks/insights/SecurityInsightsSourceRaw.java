package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.SecurityInsights;
import io.github.mavenhardening.core.insights.schema.Quoted;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file that leaves the project's part to a parent names a page about the parent instead of the parent, or itself. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-source-raw",
        title = "The header's project-si-source does not lead to the raw text of another Security Insights file",
        severity = Severity.MEDIUM,
        sources = "https://github.com/ossf/security-insights/blob/main/docs/schema.md")
public final class SecurityInsightsSourceRaw implements InsightsCheck {

    /** Pages that show a file: GitHub's and GitLab's {@code /blob/}, Gitea's and Bitbucket's {@code /src/}. */
    private static final Pattern PAGE = Pattern.compile(
            "https?://[^/]{1,255}/[^/]{1,255}/[^/]{1,255}/(?:-/)?(?:blob|tree|src)/.*", Pattern.CASE_INSENSITIVE);

    /** GitHub's own host has no raw files outside {@code /raw/} and the downloads of a release. */
    private static final Pattern GITHUB = Pattern.compile(
            "https?://(?:www\\.)?github\\.com/(?![^/]{1,255}/[^/]{1,255}/(?:raw|releases/download)/).*",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        Optional<YamlMapping> header = file.header();
        if (header.isEmpty() || !file.version().isTwo()) {
            return;
        }
        Optional<YamlScalar> source = header.get().scalar("project-si-source");
        Optional<Finding.Builder> problem =
                source.isPresent() && !source.get().value().isBlank() ? problem(file, source.get()) : Optional.empty();
        problem.ifPresent(context::report);
    }

    private Optional<Finding.Builder> problem(SecurityInsights file, YamlScalar source) {
        Finding.Builder finding = at(file.at(source.span())).subject("/header/project-si-source");
        String url = source.value().strip();
        if (PAGE.matcher(url).matches() || GITHUB.matcher(url).matches()) {
            return Optional.of(finding.message("header.project-si-source: " + Quoted.of(url)
                            + " is a page, not the raw text of the parent's file")
                    .remedy("Write the raw URL, on GitHub https://raw.githubusercontent.com/OWNER/REPOSITORY/…"));
        }
        Optional<YamlScalar> own = file.header().orElseThrow().scalar("url");
        if (own.isPresent() && normal(own.get().value()).equals(normal(url))) {
            return Optional.of(finding.message("header.project-si-source names this very file")
                    .remedy("Remove it: a file that has its own project section has no parent"));
        }
        return file.mapping("project").isPresent() ? Optional.of(both(file, finding)) : Optional.empty();
    }

    private static Finding.Builder both(SecurityInsights file, Finding.Builder finding) {
        return finding.severity(Severity.LOW)
                .related(
                        file.at(file.root().entry("project").orElseThrow().key().span())
                                .labelled("the project section"))
                .message("The project section is both here and in the parent that header.project-si-source names")
                .remedy("Keep one: a child file has only the repository section");
    }

    private static String normal(String url) {
        return url.strip().toLowerCase(Locale.ROOT);
    }
}
