package io.github.mavenhardening.core.report;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Expiry;
import io.github.mavenhardening.core.finding.ArtifactRef;
import io.github.mavenhardening.core.finding.Element;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.json.JsonWriter;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.Suppression;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.Coverage;
import io.github.mavenhardening.core.run.Measures;
import io.github.mavenhardening.core.scorecard.Score;
import io.github.mavenhardening.core.scorecard.Scorecard;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The result in our own JSON, all of it. Its schema, {@value #SCHEMA}, lies in the jar and on the site; within a major
 * {@code schemaVersion} members are only ever added. Sentences are made safe to show; paths, coordinates and replacements
 * are exact.
 */
@AutoService(Report.class)
public final class JsonReport implements Report {

    /** The resource that holds the JSON Schema. */
    public static final String SCHEMA = "META-INF/hardening/hardening-report.schema.json";

    static final String SCHEMA_VERSION = "1.3";

    @Override
    public String format() {
        return "json";
    }

    @Override
    public String fileName() {
        return "hardening.json";
    }

    @Override
    public String purpose() {
        return "all of the result, for scripts and for adding up many repositories";
    }

    @Override
    public byte[] encode(Result result, ReportContext context) {
        JsonObject root = new JsonObject();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.putObject("tool").put("name", Tool.NAME).put("version", context.toolVersion());
        repository(root.putObject("repository"), context.checkout().provenance());
        SetupJson.write(root.putObject("setup"), result, context);
        JsonArray families = root.putArray("families");
        for (AuditResult audit : result.audits()) {
            family(families.addObject(), audit);
        }
        JsonArray findings = root.putArray("findings");
        for (EvaluatedFinding judged : result.findings()) {
            finding(findings.addObject(), judged, context);
        }
        for (AuditResult audit : result.audits()) {
            if (audit.scorecard().isPresent()) {
                scorecard(root.putArray("scorecard"), audit.scorecard().get());
            }
        }
        counts(root.putObject("counts"), result);
        verdict(root.putObject("verdict"), result);
        BaselineJson.write(root, result);
        if (context.lockChange().isPresent()) {
            LockChangeJson.write(
                    root.putObject("lockChange"), context.lockChange().get());
        }
        return JsonWriter.bytes(root);
    }

    private static void repository(JsonObject json, Provenance provenance) {
        text(json, "uri", provenance.repository());
        text(json, "commit", provenance.commit());
        text(json, "branch", provenance.branch());
    }

    private static void text(JsonObject json, String name, Optional<String> text) {
        if (text.isPresent()) {
            json.put(name, Sanitizer.text(text.get()));
        }
    }

    private static void scorecard(JsonArray json, Scorecard scorecard) {
        for (Score score : scorecard.scores()) {
            JsonObject entry = json.addObject();
            entry.put("check", score.check());
            if (score.value().isPresent()) {
                entry.put("score", score.value().getAsInt());
            }
            entry.put("reason", Sanitizer.text(score.reason()));
        }
    }

    private static void family(JsonObject json, AuditResult audit) {
        json.put("id", audit.family().label());
        json.put("outcome", audit.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        JsonObject examined = json.putObject("examined");
        for (Map.Entry<String, Integer> entry : audit.examined().entrySet()) {
            examined.put(entry.getKey(), entry.getValue());
        }
        texts(json.putArray("notes"), audit.notes());
        texts(json.putArray("gaps"), audit.gaps());
        measures(json, audit.measures());
    }

    private static void measures(JsonObject json, Measures measures) {
        if (!measures.coverage().isEmpty()) {
            JsonArray coverage = json.putArray("coverage");
            for (Coverage kind : measures.coverage()) {
                JsonObject entry = coverage.addObject().put("kind", kind.kind()).put("verb", kind.verb());
                entry.put("covered", kind.covered()).put("total", kind.total());
            }
        }
        if (!measures.expiries().isEmpty()) {
            JsonArray expiries = json.putArray("expiries");
            for (Expiry expiry : measures.expiries()) {
                expiries.addObject()
                        .put("what", expiry.what())
                        .put("last", expiry.last().toString());
            }
        }
        if (!measures.access().isEmpty()) {
            AccessJson.write(json.putArray("access"), measures.access());
        }
    }

    private static void finding(JsonObject json, EvaluatedFinding judged, ReportContext context) {
        Finding finding = judged.finding();
        json.put("check", finding.checkId());
        json.put(
                "title",
                context.checks()
                        .byId(finding.checkId())
                        .map(Check::info)
                        .map(info -> info.title())
                        .orElse(finding.checkId()));
        json.put("severity", finding.severity().label());
        json.put("confidence", finding.confidence().label());
        json.put("persona", finding.persona().label());
        location(json.putObject("location"), finding.primary());
        JsonArray related = json.putArray("related");
        finding.related().forEach(location -> location(related.addObject(), location));
        json.put("message", Sanitizer.text(finding.message()));
        json.put("remedy", Sanitizer.text(finding.remedy()));
        json.put("fingerprint", judged.fingerprint());
        judged.baseline().ifPresent(state -> json.put("baseline", state.sarif()));
        judged.spared().ifPresent(reason -> json.put("spared", reason.label()));
        if (!finding.element().isNone()) {
            element(json.putObject("element"), finding.element());
        }
        finding.artifact().ifPresent(artifact -> artifact(json.putObject("artifact"), artifact));
        judged.suppression().ifPresent(suppression -> suppression(json.putObject("suppression"), suppression));
        finding.fix().filter(fix -> !fix.edits().isEmpty()).ifPresent(fix -> fix(json.putObject("fix"), fix));
    }

    private static void location(JsonObject json, Location location) {
        json.put("path", location.path());
        location.span().ifPresent(span -> span(json, span));
        if (!location.label().isEmpty()) {
            json.put("label", Sanitizer.text(location.label()));
        }
    }

    private static void span(JsonObject json, Span span) {
        json.put("line", span.line());
        json.put("column", span.column());
        json.put("endLine", span.endLine());
        json.put("endColumn", span.endColumn());
    }

    private static void element(JsonObject json, Element element) {
        text(json, "job", element.job());
        text(json, "step", element.step());
        text(json, "stepName", element.stepName());
        text(json, "uses", element.uses());
        text(json, "coordinates", element.coordinates());
    }

    private static void artifact(JsonObject json, ArtifactRef artifact) {
        json.put("path", artifact.path());
        artifact.coordinates().ifPresent(coordinates -> json.put("coordinates", coordinates));
    }

    private static void suppression(JsonObject json, Suppression suppression) {
        json.put("kind", suppression.kind().sarif());
        json.put("place", suppression.place());
        json.put("reason", Sanitizer.text(suppression.reason()));
    }

    private static void fix(JsonObject json, Fix fix) {
        json.put("description", Sanitizer.text(fix.description()));
        json.put("safe", fix.safe());
        JsonArray edits = json.putArray("edits");
        for (Fix.Edit edit : fix.edits()) {
            JsonObject entry = edits.addObject();
            entry.put("path", edit.path());
            span(entry, edit.span());
            entry.put("replacement", edit.replacement());
        }
    }

    private static void counts(JsonObject json, Result result) {
        JsonObject bySeverity = json.putObject("bySeverity");
        for (Severity severity : Severity.worstFirst()) {
            bySeverity.put(severity.label(), result.counts().get(severity));
        }
        json.put("suppressed", result.findings().size() - result.counting().size());
        if (result.comparison().baseline().isPresent()) {
            json.put("gone", result.comparison().goneCount());
        }
        json.put("excused", result.excused().size());
        json.put("hidden", result.hidden());
    }

    private static void verdict(JsonObject json, Result result) {
        json.put("passed", result.verdict().passed());
        SetupJson.threshold(json, result.threshold());
        texts(json.putArray("reasons"), result.verdict().reasons());
    }

    private static void texts(JsonArray json, List<String> texts) {
        for (String text : texts) {
            json.add(Sanitizer.text(text));
        }
    }
}
