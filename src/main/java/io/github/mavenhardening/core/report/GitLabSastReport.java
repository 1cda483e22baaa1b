package io.github.mavenhardening.core.report;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.json.JsonWriter;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The findings that count as GitLab's SAST report, for the vulnerability report of its Ultimate tier. The format demands the
 * times of the scan: they are the time of the commit, so that the same commit gives the same report.
 *
 * @see <a href="https://gitlab.com/gitlab-org/security-products/security-report-schemas">GitLab: security report schemas</a>
 */
@AutoService(Report.class)
public final class GitLabSastReport implements Report {

    private static final String SCHEMA_VERSION = "15.0.4";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The longest name of a vulnerability that the schema allows, in characters. */
    private static final int MOST_OF_NAME = 255;

    @Override
    public String format() {
        return "gitlab-sast";
    }

    @Override
    public String fileName() {
        return "gl-sast-report.json";
    }

    @Override
    public String purpose() {
        return "GitLab's SAST report " + SCHEMA_VERSION + ", for its vulnerability report";
    }

    @Override
    public byte[] encode(Result result, ReportContext context) {
        JsonObject root = new JsonObject();
        root.put("version", SCHEMA_VERSION);
        scan(root.putObject("scan"), result, context);
        UniqueFingerprints fingerprints = new UniqueFingerprints();
        JsonArray vulnerabilities = root.putArray("vulnerabilities");
        for (EvaluatedFinding judged : result.counting()) {
            vulnerability(vulnerabilities.addObject(), judged.finding(), fingerprints.uuidOf(judged), context);
        }
        return JsonWriter.bytes(root);
    }

    private static void scan(JsonObject scan, Result result, ReportContext context) {
        tool(scan.putObject("analyzer"), context);
        tool(scan.putObject("scanner"), context);
        scan.put("type", "sast");
        String time = TIME.format(context.checkout().committed().orElse(Instant.EPOCH));
        scan.put("start_time", time);
        scan.put("end_time", time);
        scan.put("status", result.anyAudit(Outcome.COULD_NOT_CHECK) ? "failure" : "success");
        JsonArray messages = scan.putArray("messages");
        for (AuditResult audit : result.audits()) {
            for (String sentence : Wording.unchecked(audit)) {
                messages.addObject().put("level", "warn").put("value", sentence);
            }
        }
    }

    private static void tool(JsonObject json, ReportContext context) {
        json.put("id", Tool.NAME);
        json.put("name", "Hardening Maven Plugin");
        json.put("url", Tool.URL);
        json.put("version", context.toolVersion().isBlank() ? "unknown" : context.toolVersion());
        json.putObject("vendor").put("name", "Hardening Maven Plugin");
    }

    private static void vulnerability(JsonObject json, Finding finding, String id, ReportContext context) {
        Optional<Check> check = context.checks().byId(finding.checkId());
        String title = Sanitizer.text(check.isPresent() ? check.get().info().title() : finding.checkId());
        json.put("id", id);
        json.put("category", "sast");
        json.put("name", title.length() <= MOST_OF_NAME ? title : title.substring(0, MOST_OF_NAME));
        json.put("description", CheckHelp.sentence(finding.message()));
        json.put("severity", severity(finding.severity()));
        json.put("solution", CheckHelp.sentence(finding.remedy()));
        JsonObject location = json.putObject("location");
        location.put("file", context.pathInCheckout(finding.primary().path()));
        Optional<Span> span = finding.primary().span();
        location.put("start_line", span.isPresent() ? span.get().line() : 1);
        location.put("end_line", span.isPresent() ? span.get().endLine() : 1);
        JsonObject identifier = json.putArray("identifiers").addObject();
        identifier.put("type", "hardening_check");
        identifier.put("name", finding.checkId());
        identifier.put("value", finding.checkId());
        check.flatMap(CheckHelp::address).ifPresent(url -> identifier.put("url", url));
    }

    private static String severity(Severity severity) {
        String label = severity.label();
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }
}
