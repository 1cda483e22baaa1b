package io.github.mavenhardening.core.history;

import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.json.JsonWriter;
import io.github.mavenhardening.core.report.Tool;
import io.github.mavenhardening.core.run.Coverage;
import java.util.List;

/**
 * A history in JSON, for drawing it elsewhere. Its schema, {@value #SCHEMA}, lies in the jar and on the site; within a major
 * version members are only added.
 */
public final class HistoryJson {

    /** The JSON Schema, as a resource. */
    public static final String SCHEMA = "META-INF/hardening/hardening-history.schema.json";

    private static final String SCHEMA_VERSION = "1.0";

    private HistoryJson() {}

    /** The same history gives the same bytes, UTF-8. */
    public static byte[] encode(History history, String toolVersion) {
        JsonObject root = new JsonObject();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.putObject("tool").put("name", Tool.NAME).put("version", toolVersion);
        texts(root.putArray("limits"), history.limits());
        JsonArray points = root.putArray("points");
        for (HistoryPoint point : history.points()) {
            point(points.addObject(), point);
        }
        return JsonWriter.bytes(root);
    }

    private static void point(JsonObject json, HistoryPoint point) {
        json.put("name", Sanitizer.text(point.version().name()));
        json.put("commit", point.version().commit());
        json.put("time", point.version().time().toString());
        json.put("looked", point.looked());
        texts(json.putArray("gaps"), point.gaps());
        if (!point.looked()) {
            return;
        }
        json.put("passed", point.passed());
        JsonObject counts = json.putObject("bySeverity");
        for (Severity severity : Severity.worstFirst()) {
            counts.put(severity.label(), point.counts().get(severity));
        }
        json.put("suppressed", point.suppressed());
        JsonObject checks = json.putObject("checks");
        point.checks().forEach(checks::put);
        JsonArray coverage = json.putArray("coverage");
        for (Coverage kind : point.coverage()) {
            coverage.addObject()
                    .put("kind", kind.kind())
                    .put("verb", kind.verb())
                    .put("covered", kind.covered())
                    .put("total", kind.total());
        }
    }

    private static void texts(JsonArray json, List<String> texts) {
        texts.forEach(text -> json.add(Sanitizer.text(text)));
    }
}
