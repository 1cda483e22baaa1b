package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.ConsoleLine.Level;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was not verified, and why: the families that could not be looked at, and the gaps in what was. */
public final class Unverified {

    /** How many gaps are named; the reports have all. */
    private static final int GAPS = 5;

    /** The findings that say that there is nothing to verify with, in two words. */
    private static final Map<String, String> LACKING =
            Map.of("missing-lock", "no lock yet", "security-insights-missing", "no file");

    private Unverified() {}

    static void write(Result result, Commands commands, ConsoleLines lines) {
        List<String> families = new ArrayList<>();
        for (AuditResult audit : result.audits()) {
            reason(audit).ifPresent(why -> families.add(audit.family().title() + " (" + why + ")"));
        }
        if (!families.isEmpty()) {
            lines.wrapped(Level.WARN, commands.spelled("Not verified: " + String.join(", ", families)), "    ");
        }
        List<String> gaps = result.gaps();
        for (String gap : gaps.subList(0, Math.min(GAPS, gaps.size()))) {
            lines.wrapped(Level.WARN, commands.spelled("Could not check: " + Sanitizer.text(gap)), "    ");
        }
        if (gaps.size() > GAPS) {
            lines.whole(Level.WARN, "Could not check " + (gaps.size() - GAPS) + " more, which the reports name");
        }
    }

    /** Why a family was not looked at; empty where it was. */
    public static Optional<String> reason(AuditResult audit) {
        for (Finding finding : audit.findings()) {
            if (LACKING.containsKey(finding.checkId())) {
                return Optional.of(LACKING.get(finding.checkId()));
            }
        }
        if (audit.outcome() != Outcome.COULD_NOT_CHECK) {
            return Optional.empty();
        }
        if (!audit.notes().isEmpty()) {
            return Optional.of(Wording.joined(audit.notes()));
        }
        return Optional.of(
                audit.findings().isEmpty()
                        ? "it could not be read"
                        : "see " + Sanitizer.text(blocking(audit).checkId()));
    }

    /** The worst finding, which is why there was no looking. */
    private static Finding blocking(AuditResult audit) {
        Finding worst = audit.findings().get(0);
        for (Finding finding : audit.findings()) {
            worst = finding.severity().compareTo(worst.severity()) > 0 ? finding : worst;
        }
        return worst;
    }
}
