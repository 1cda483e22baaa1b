package io.github.mavenhardening.core.report;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.json.JsonWriter;
import io.github.mavenhardening.core.policy.Danger;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.Weakening;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;

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

    /** The notifications that a run can carry, each with what it says. */
    private static final Map<String, String> NOTIFICATIONS = notifications();

    private static final List<String> NOTIFICATION_IDS = List.copyOf(NOTIFICATIONS.keySet());

    /** The most results that GitHub takes. It lists the 5,000 most severe among them. */
    private static final int MOST_RESULTS = 25_000;

    /** The most bytes that GitHub takes, compressed by gzip. */
    private static final long MOST_BYTES = 10 << 20;

    /** What gzip adds to compressed bytes: a header and a checksum. */
    private static final int GZIP_FRAME = 18;

    private final long mostBytes;

    /** A report within GitHub's limits. */
    public SarifReport() {
        this(MOST_BYTES);
    }

    SarifReport(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    private static Map<String, String> notifications() {
        Map<String, String> notifications = new LinkedHashMap<>();
        notifications.put("note", "What is worth to know about what was looked at.");
        notifications.put("nothing-to-check", "A family of checks has nothing to look at in this repository.");
        notifications.put("could-not-check", "Something could not be looked at, or only in part.");
        notifications.put("check-off", "A setting switches a check off.");
        notifications.put(
                "check-less-severe", "A setting makes the findings of a check less severe than they are by default.");
        notifications.put("without-effect", "A comment or an exception was meant to take findings back and did not.");
        notifications.put(
                "left-out", "Findings or places are left out, as the file would be larger than GitHub takes.");
        return notifications;
    }

    @Override
    public String format() {
        return "sarif";
    }

    @Override
    public String fileName() {
        return "hardening.sarif";
    }

    @Override
    public String purpose() {
        return "SARIF 2.1.0, for GitHub's code scanning and editors";
    }

    @Override
    public byte[] encode(Result result, ReportContext context) {
        return encodeWithin(result, context).bytes();
    }

    @Override
    public Encoded encodeWithin(Result result, ReportContext context) {
        List<EvaluatedFinding> wanted = context.suppressedInSarif() ? result.findings() : result.counting();
        List<EvaluatedFinding> listed = mostDangerous(wanted, MOST_RESULTS);
        while (true) {
            List<String> cut = cut(wanted, listed);
            byte[] bytes = encode(result, listed, cut, context);
            // What is small as it is need not be compressed to know.
            long size = bytes.length <= mostBytes ? bytes.length : compressed(bytes);
            if (size <= mostBytes || listed.isEmpty()) {
                return new Encoded(bytes, cut);
            }
            listed =
                    mostDangerous(wanted, (int) Math.min(listed.size() - 1, listed.size() * mostBytes / size * 9 / 10));
        }
    }

    /** The most dangerous among those findings, in the order that they had. */
    private static List<EvaluatedFinding> mostDangerous(List<EvaluatedFinding> findings, int most) {
        if (findings.size() <= most) {
            return findings;
        }
        List<EvaluatedFinding> chosen = new ArrayList<>(Danger.sorted(findings).subList(0, most));
        chosen.sort(Comparator.comparing(EvaluatedFinding::finding));
        return chosen;
    }

    private static List<String> cut(List<EvaluatedFinding> wanted, List<EvaluatedFinding> listed) {
        List<String> cut = new ArrayList<>();
        if (listed.size() < wanted.size()) {
            cut.add("the " + listed.size() + " most dangerous of " + Count.of(wanted.size(), "findings")
                    + " are listed, which is as much as GitHub takes; the JSON report lists all");
        }
        int places = 0;
        for (EvaluatedFinding judged : listed) {
            places += SarifResults.placesCut(judged);
        }
        if (places > 0) {
            cut.add(Count.of(places, "related places") + " of findings with more than " + SarifResults.MOST_LOCATIONS
                    + " are left out; the JSON report lists all");
        }
        return cut;
    }

    private static long compressed(byte[] bytes) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] block = new byte[1 << 16];
            while (!deflater.finished()) {
                deflater.deflate(block);
            }
            return deflater.getBytesWritten() + GZIP_FRAME;
        } finally {
            deflater.end();
        }
    }

    private static byte[] encode(
            Result result, List<EvaluatedFinding> listed, List<String> cut, ReportContext context) {
        SarifRules rules = SarifRules.of(result, listed, context);
        SarifResults results =
                new SarifResults(rules, new SarifLocations(context.repositoryFile(), context.checkout()));
        JsonObject root = new JsonObject();
        root.put("$schema", SCHEMA);
        root.put("version", "2.1.0");
        // Without automationDetails: GitHub's upload action gives a run the category that the workflow says, unless it
        // has one.
        JsonObject run = root.putArray("runs").addObject();
        driver(run.putObject("tool").putObject("driver"), rules, context);
        invocation(run.putArray("invocations").addObject(), result, cut, rules);
        version(run, context);
        run.putObject("originalUriBaseIds")
                .putObject(SarifLocations.ROOT)
                .putObject("description")
                .put("text", "The root of the repository.");
        run.put("columnKind", "unicodeCodePoints");
        JsonArray entries = run.putArray("results");
        for (EvaluatedFinding judged : listed) {
            results.write(entries.addObject(), judged);
        }
        properties(run.putObject("properties"), result, context);
        return JsonWriter.bytes(root);
    }

    private static void version(JsonObject run, ReportContext context) {
        Provenance provenance = context.checkout().provenance();
        if (provenance.repository().isEmpty()) {
            return;
        }
        JsonObject version = run.putArray("versionControlProvenance").addObject();
        version.put("repositoryUri", provenance.repository().get());
        provenance.commit().ifPresent(commit -> version.put("revisionId", commit));
        provenance.branch().ifPresent(branch -> version.put("branch", Sanitizer.text(branch)));
        if (context.root().equals(".")) {
            version.putObject("mappedTo").put("uriBaseId", SarifLocations.ROOT);
        }
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
        NOTIFICATIONS.forEach((id, says) -> {
            JsonObject notification = notifications.addObject();
            notification.put("id", id);
            notification.putObject("shortDescription").put("text", says);
            notification.putObject("fullDescription").put("text", says);
            notification.putObject("help").put("text", says).put("markdown", says);
        });
    }

    private static void invocation(JsonObject invocation, Result result, List<String> cut, SarifRules rules) {
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
        for (String what : cut) {
            notification(notifications, "left-out", "warning", what);
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
        notification.putObject("descriptor").put("id", id).put("index", NOTIFICATION_IDS.indexOf(id));
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
        properties.put(
                "suppressed", result.findings().size() - result.counting().size());
        if (result.comparison().baseline().isPresent()) {
            properties.put("gone", result.comparison().goneCount());
        }
        properties.put("passed", result.verdict().passed());
        JsonArray reasons = properties.putArray("reasons");
        for (String reason : result.verdict().reasons()) {
            reasons.add(Sanitizer.text(reason));
        }
    }
}
