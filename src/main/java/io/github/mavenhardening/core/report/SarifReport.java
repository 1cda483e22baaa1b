package io.github.mavenhardening.core.report;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.json.JsonWriter;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.Weakening;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The result in SARIF 2.1.0, as GitHub's code scanning and other readers want it: one run, a rule for every check of the
 * families that ran, paths relative to the repository's root.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 * @see <a href="https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning">
 *     GitHub: SARIF support for code scanning</a>
 */
@AutoService(Report.class)
public final class SarifReport implements Report {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final Pattern SEMANTIC_VERSION =
            Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

    /** The notifications that a run can carry. */
    private static final List<String> NOTIFICATIONS =
            List.of("note", "nothing-to-check", "could-not-check", "check-off", "check-less-severe", "without-effect");

    @Override
    public String format() {
        return "sarif";
    }

    @Override
    public String fileName() {
        return "hardening.sarif";
    }

    @Override
    public byte[] encode(Result result, ReportContext context) {
        SarifRules rules = SarifRules.of(result, context);
        SarifResults results = new SarifResults(rules, new SarifLocations(context.repositoryFile()));
        JsonObject root = new JsonObject();
        root.put("$schema", SCHEMA);
        root.put("version", "2.1.0");
        JsonObject run = root.putArray("runs").addObject();
        driver(run.putObject("tool").putObject("driver"), rules, context);
        // The part before the slash is the category by which GitHub tells this tool's uploads from each other.
        run.putObject("automationDetails").put("id", "hardening/");
        invocation(run.putArray("invocations").addObject(), result, rules);
        run.putObject("originalUriBaseIds")
                .putObject(SarifLocations.ROOT)
                .putObject("description")
                .put("text", "The root of the repository.");
        run.put("columnKind", "unicodeCodePoints");
        JsonArray entries = run.putArray("results");
        for (EvaluatedFinding judged : result.findings()) {
            if (context.suppressedInSarif() || judged.counts()) {
                results.write(entries.addObject(), judged);
            }
        }
        properties(run.putObject("properties"), result, context);
        return JsonWriter.bytes(root);
    }

    private static void driver(JsonObject driver, SarifRules rules, ReportContext context) {
        driver.put("name", Tool.NAME);
        if (!context.toolVersion().isBlank()) {
            driver.put("version", context.toolVersion());
        }
        if (SEMANTIC_VERSION.matcher(context.toolVersion()).matches()) {
            driver.put("semanticVersion", context.toolVersion());
        }
        driver.put("informationUri", Tool.URL);
        rules.write(driver.putArray("rules"));
        JsonArray notifications = driver.putArray("notifications");
        for (String id : NOTIFICATIONS) {
            notifications.addObject().put("id", id);
        }
    }

    private static void invocation(JsonObject invocation, Result result, SarifRules rules) {
        invocation.put("executionSuccessful", !result.anyAudit(Outcome.COULD_NOT_CHECK));
        JsonArray notifications = invocation.putArray("toolExecutionNotifications");
        for (AuditResult audit : result.audits()) {
            if (audit.outcome() == Outcome.CHECKED) {
                for (String note : audit.notes()) {
                    notification(notifications, audit, note);
                }
            } else {
                String what = audit.outcome() == Outcome.NOTHING_TO_CHECK ? "nothing to check" : "could not check";
                String why = audit.notes().isEmpty() ? "" : ": " + Wording.joined(audit.notes());
                notification(notifications, audit, what + why);
            }
            for (String gap : audit.gaps()) {
                notification(notifications, "could-not-check", "warning", audit, gap);
            }
        }
        configuration(invocation.putArray("toolConfigurationNotifications"), result, rules);
    }

    /** What the settings took away, and what they no longer do. */
    private static void configuration(JsonArray notifications, Result result, SarifRules rules) {
        for (Weakening weakening : result.weakenings()) {
            String what = weakening.to().isPresent()
                    ? " is " + weakening.to().get().label() + " instead of "
                            + weakening.from().label()
                    : " is off";
            JsonObject notification = notification(
                    notifications,
                    weakening.isOff() ? "check-off" : "check-less-severe",
                    "note",
                    weakening.checkId() + what + " (" + weakening.place() + ")");
            notification
                    .putObject("associatedRule")
                    .put("id", weakening.checkId())
                    .put("index", rules.indexOf(weakening.checkId()));
        }
        for (String remark : result.remarks()) {
            notification(notifications, "without-effect", "warning", remark);
        }
    }

    private static void notification(JsonArray notifications, AuditResult audit, String text) {
        String id = switch (audit.outcome()) {
            case CHECKED -> "note";
            case NOTHING_TO_CHECK -> "nothing-to-check";
            case COULD_NOT_CHECK -> "could-not-check";
        };
        String level = audit.outcome() == Outcome.COULD_NOT_CHECK ? "error" : "note";
        notification(notifications, id, level, audit, text);
    }

    private static void notification(JsonArray notifications, String id, String level, AuditResult audit, String text) {
        notification(notifications, id, level, audit.family().title() + ": " + text);
    }

    private static JsonObject notification(JsonArray notifications, String id, String level, String text) {
        JsonObject notification = notifications.addObject();
        notification.putObject("descriptor").put("id", id).put("index", NOTIFICATIONS.indexOf(id));
        notification.put("level", level);
        notification.putObject("message").put("text", Sanitizer.visible(text));
        return notification;
    }

    private static void properties(JsonObject properties, Result result, ReportContext context) {
        SetupJson.write(properties.putObject("setup"), result, context);
        JsonObject examined = properties.putObject("examined");
        for (Map.Entry<String, Integer> entry :
                Wording.examined(result.audits()).entrySet()) {
            examined.put(entry.getKey(), entry.getValue());
        }
        properties.put("hidden", result.hidden());
        properties.put("passed", result.verdict().passed());
        JsonArray reasons = properties.putArray("reasons");
        for (String reason : result.verdict().reasons()) {
            reasons.add(Sanitizer.text(reason));
        }
    }
}
