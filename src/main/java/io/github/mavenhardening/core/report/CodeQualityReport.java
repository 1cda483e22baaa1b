package io.github.mavenhardening.core.report;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.json.JsonWriter;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import java.util.Optional;

/**
 * The findings that count as GitLab's Code Quality report, which merge requests show in every tier. GitLab itself compares the
 * report with that of the target branch, so that known findings are listed, too.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">GitLab: Code Quality report
 *     format</a>
 */
@AutoService(Report.class)
public final class CodeQualityReport implements Report {

    @Override
    public String format() {
        return "gitlab-code-quality";
    }

    @Override
    public String fileName() {
        return "gl-code-quality-report.json";
    }

    @Override
    public String purpose() {
        return "GitLab's Code Quality, for merge requests in every tier";
    }

    @Override
    public byte[] encode(Result result, ReportContext context) {
        UniqueFingerprints fingerprints = new UniqueFingerprints();
        JsonArray issues = new JsonArray();
        for (EvaluatedFinding judged : result.counting()) {
            Finding finding = judged.finding();
            JsonObject issue = issues.addObject();
            issue.put("description", Wording.sentences(finding));
            issue.put("check_name", finding.checkId());
            issue.put("fingerprint", fingerprints.of(judged));
            issue.put("severity", severity(finding.severity()));
            JsonObject location = issue.putObject("location");
            location.put("path", context.pathInCheckout(finding.primary().path()));
            Optional<Span> span = finding.primary().span();
            location.putObject("lines")
                    .put("begin", span.isPresent() ? span.get().line() : 1);
        }
        return JsonWriter.bytes(issues);
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "blocker";
            case HIGH -> "critical";
            case MEDIUM -> "major";
            case LOW -> "minor";
            case INFO -> "info";
        };
    }
}
