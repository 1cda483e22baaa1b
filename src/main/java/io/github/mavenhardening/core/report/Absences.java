package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.ConsoleLine.Level;
import io.github.mavenhardening.core.run.AuditResult;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an audit would ask for and the repository does not have. The checks behind it are meant for demanding personas, since
 * not every project needs each of it; that it is not there is worth a line to everyone.
 */
final class Absences {

    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("dependency-review-missing", "dependency review");
        WORDS.put("vulnerability-scan-missing", "vulnerability scan");
        WORDS.put("scorecard-missing", "Scorecard workflow");
        WORDS.put("go-vendor-unverified", "verification of vendored Go modules (go mod verify)");
        WORDS.put("provenance-missing", "provenance of releases");
        WORDS.put("sbom-missing", "bill of materials (SBOM) of releases");
    }

    private Absences() {}

    static void write(Result result, Checks checks, ConsoleLines lines) {
        Set<String> found = new HashSet<>();
        for (AuditResult audit : result.audits()) {
            for (Finding finding : audit.findings()) {
                found.add(finding.checkId());
            }
        }
        for (EvaluatedFinding judged : result.findings()) {
            // What is listed or taken back need not be said again.
            if (!judged.counts() || judged.finding().severity().atLeast(Severity.MEDIUM)) {
                found.remove(judged.finding().checkId());
            }
        }
        Map<String, String> absent = new LinkedHashMap<>(WORDS);
        absent.keySet().removeIf(id -> !found.contains(id) || !isOn(checks.byId(id), result));
        if (!absent.isEmpty()) {
            lines.wrapped(Level.INFO, "Absent: " + String.join(", ", absent.values()), "    ");
        }
    }

    private static boolean isOn(Optional<Check> check, Result result) {
        return check.isEmpty() || result.policy().isEnabled(check.get());
    }
}
