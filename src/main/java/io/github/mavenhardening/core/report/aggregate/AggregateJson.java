package io.github.mavenhardening.core.report.aggregate;

import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.json.JsonWriter;
import io.github.mavenhardening.core.report.Tool;
import io.github.mavenhardening.core.run.Coverage;
import java.util.Collection;
import java.util.Map;

/**
 * Many reports as one, in JSON. Its schema, {@value #SCHEMA}, lies in the jar and on the site; within a major
 * {@code schemaVersion} members are only ever added.
 */
public final class AggregateJson {

    /** Where the JSON's schema lies in the jar. */
    public static final String SCHEMA = "META-INF/hardening/hardening-aggregate.schema.json";

    private static final String SCHEMA_VERSION = "1.0";

    private AggregateJson() {}

    /** The same aggregate gives the same bytes. */
    public static byte[] encode(Aggregate aggregate, String toolVersion) {
        JsonObject root = new JsonObject();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.putObject("tool").put("name", Tool.NAME).put("version", toolVersion);
        root.put("passed", aggregate.passed());
        root.put("failed", aggregate.repositories().size() - aggregate.passed());
        counts(root.putObject("bySeverity"), aggregate.counts());
        JsonArray checks = root.putArray("checks");
        aggregate
                .checks()
                .forEach((id, spread) -> checks.addObject()
                        .put("check", Sanitizer.text(id))
                        .put("severity", spread.found().severity().label())
                        .put("findings", spread.found().count())
                        .put("repositories", spread.repositories()));
        coverage(root.putArray("coverage"), aggregate.coverage());
        JsonArray repositories = root.putArray("repositories");
        for (Aggregate.Repository repository : aggregate.repositories()) {
            JsonObject entry = repositories.addObject().put("name", Sanitizer.text(repository.name()));
            JsonArray runs = entry.putArray("runs");
            repository.runs().forEach(run -> run(runs.addObject(), run));
        }
        JsonArray unread = root.putArray("unread");
        aggregate
                .unread()
                .forEach((file, reason) ->
                        unread.addObject().put("file", Sanitizer.text(file)).put("reason", Sanitizer.text(reason)));
        return JsonWriter.bytes(root);
    }

    private static void run(JsonObject json, Run run) {
        json.put("file", Sanitizer.text(run.file()));
        run.commit().ifPresent(commit -> json.put("commit", Sanitizer.text(commit)));
        json.put("version", Sanitizer.text(run.version()));
        json.put("passed", run.passed());
        counts(json.putObject("bySeverity"), run.counts());
        json.put("suppressed", run.suppressed());
        run.added().ifPresent(added -> json.put("new", added));
        json.put("unchecked", run.unchecked());
        coverage(json.putArray("coverage"), run.coverage());
    }

    private static void counts(JsonObject json, Map<Severity, Integer> counts) {
        Severity.worstFirst().forEach(severity -> json.put(severity.label(), counts.get(severity)));
    }

    private static void coverage(JsonArray json, Collection<Coverage> kinds) {
        for (Coverage kind : kinds) {
            json.addObject()
                    .put("kind", Sanitizer.text(kind.kind()))
                    .put("verb", Sanitizer.text(kind.verb()))
                    .put("covered", kind.covered())
                    .put("total", kind.total());
        }
    }
}
