package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.ConsoleLine.Level;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import io.github.mavenhardening.core.scorecard.Score;
import io.github.mavenhardening.core.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A result as lines for a terminal or a CI log, and as the text of the exception that ends a failed build. */
public final class ConsoleReport {

    /** The most findings that an exception's text names: the end of a log is read, a megabyte of it is not. */
    public static final int FAILURE_LIMIT = 50;

    private static final String REMEDY_INDENT = "    ";

    /**
     * Everything that is to be said of a run: {@link #heading}, family after family what was looked at and what was found,
     * {@link #remarks}, then {@link #closing}.
     *
     * @param root the folder that was looked at, as in {@link ReportContext}
     */
    public List<ConsoleLine> lines(Result result, String root) {
        List<ConsoleLine> lines = new ArrayList<>(heading(result, root));
        for (AuditResult audit : result.audits()) {
            lines.addAll(lines(audit, result));
        }
        lines.addAll(remarks(result));
        lines.add(closing(result));
        return List.copyOf(lines);
    }

    /** What was looked at, by which policy, and what that took away: one line where the defaults hold. */
    public List<ConsoleLine> heading(Result result, String root) {
        return ConsoleSetup.heading(result, root);
    }

    /** What was meant to take findings back and did not. */
    public List<ConsoleLine> remarks(Result result) {
        List<ConsoleLine> lines = new ArrayList<>();
        for (String remark : result.remarks()) {
            lines.add(new ConsoleLine(Level.WARN, Sanitizer.text(remark)));
        }
        return lines;
    }

    /** The lines of one family: what it looked at, then its findings, sorted, each with what to do indented below. */
    public List<ConsoleLine> lines(AuditResult audit, Result result) {
        List<EvaluatedFinding> findings = findings(audit, result);
        List<ConsoleLine> lines = new ArrayList<>();
        lines.add(heading(audit, findings));
        if (audit.outcome() == Outcome.CHECKED) {
            for (String note : audit.notes()) {
                lines.add(new ConsoleLine(Level.INFO, "  " + Sanitizer.text(note)));
            }
        }
        for (String gap : audit.gaps()) {
            lines.add(new ConsoleLine(Level.WARN, "  could not check: " + Sanitizer.text(gap)));
        }
        Set<EvaluatedFinding> failing = new HashSet<>(result.failing());
        for (EvaluatedFinding judged : findings) {
            Level level = level(judged, failing);
            lines.add(new ConsoleLine(level, Wording.headline(judged)));
            lines.add(new ConsoleLine(level, REMEDY_INDENT + Wording.remedy(judged)));
        }
        if (audit.scorecard().isPresent()) {
            lines.addAll(scorecard(audit.scorecard().get()));
        }
        return lines;
    }

    private static List<ConsoleLine> scorecard(Scorecard scorecard) {
        List<ConsoleLine> lines = new ArrayList<>();
        lines.add(new ConsoleLine(Level.INFO, "OpenSSF Scorecard, estimated from files:"));
        for (Score score : scorecard.scores()) {
            lines.add(new ConsoleLine(Level.INFO, "  " + Sanitizer.text(score.toString())));
        }
        return lines;
    }

    private static ConsoleLine heading(AuditResult audit, List<EvaluatedFinding> findings) {
        String title = audit.family().title();
        String notes = audit.notes().isEmpty() ? "" : ": " + Wording.joined(audit.notes());
        return switch (audit.outcome()) {
            case NOTHING_TO_CHECK -> new ConsoleLine(Level.INFO, title + ": nothing to check" + notes);
            case COULD_NOT_CHECK -> new ConsoleLine(Level.WARN, title + ": could not check" + notes);
            case CHECKED -> {
                String examined = Wording.examined(audit.examined());
                String found = findings.isEmpty() ? "no findings" : Count.of(findings.size(), "findings");
                yield new ConsoleLine(Level.INFO, title + ": " + found + (examined.isEmpty() ? "" : " in " + examined));
            }
        };
    }

    /** The shown findings of a family that count. A judged finding differs from the one found in its severity at most. */
    private static List<EvaluatedFinding> findings(AuditResult audit, Result result) {
        if (result.audits().size() == 1 && result.audits().get(0).equals(audit)) {
            return result.counting();
        }
        Set<Finding> found = new HashSet<>();
        for (Finding finding : audit.findings()) {
            found.add(finding.withSeverity(Severity.INFO));
        }
        List<EvaluatedFinding> shown = new ArrayList<>();
        for (EvaluatedFinding judged : result.counting()) {
            if (found.contains(judged.finding().withSeverity(Severity.INFO))) {
                shown.add(judged);
            }
        }
        return shown;
    }

    /** How loud a counting finding is. */
    private static Level level(EvaluatedFinding judged, Set<EvaluatedFinding> failing) {
        if (failing.contains(judged)) {
            return Level.ERROR;
        }
        return judged.finding().severity().atLeast(Severity.MEDIUM) ? Level.WARN : Level.INFO;
    }

    /**
     * The one line that a run ends in: what was looked at, what was found, the verdict, and what a reader of the verdict is to
     * know: checks that are off, findings of integrity that are excused, gaps.
     */
    public ConsoleLine closing(Result result) {
        String examined = Wording.examined(Wording.examined(result.audits()));
        StringBuilder line = new StringBuilder("Looked at ")
                .append(examined.isEmpty() ? "nothing" : examined)
                .append(": ")
                .append(Wording.bySeverity(result.counts()));
        int suppressed = result.findings().size() - result.counting().size();
        if (suppressed > 0) {
            line.append(", ").append(suppressed).append(" suppressed");
        }
        if (result.hidden() > 0) {
            line.append(", ")
                    .append(Count.of(result.hidden(), "more findings"))
                    .append(
                            result.policy().persona() == Persona.REGULAR
                                    ? " with -Dhardening.persona=pedantic or auditor"
                                    : " with -Dhardening.persona=auditor");
        }
        line.append("; ").append(verdict(result)).append(ConsoleSetup.reservations(result));
        return new ConsoleLine(closingLevel(result), line.toString());
    }

    private static String verdict(Result result) {
        String unchecked = families(result, Outcome.COULD_NOT_CHECK);
        String without = unchecked.isEmpty() ? "" : ", could not check " + unchecked;
        if (!result.verdict().passed()) {
            String reasons = Wording.joined(result.verdict().reasons());
            return "FAILED: " + reasons + (reasons.contains("could not check") ? "" : without);
        }
        if (!result.anyAudit(Outcome.CHECKED)) {
            return unchecked.isEmpty() ? "NOTHING TO CHECK" : "NOT CHECKED" + without;
        }
        return "PASSED" + without;
    }

    private static String families(Result result, Outcome outcome) {
        List<String> titles = new ArrayList<>();
        for (AuditResult audit : result.audits()) {
            if (audit.outcome() == outcome) {
                titles.add(audit.family().title());
            }
        }
        return String.join(", ", titles);
    }

    private static Level closingLevel(Result result) {
        if (!result.verdict().passed()) {
            return Level.ERROR;
        }
        boolean whole = !result.anyAudit(Outcome.COULD_NOT_CHECK)
                && result.gaps().isEmpty()
                && result.unexcused().isEmpty();
        return whole ? Level.INFO : Level.WARN;
    }

    /**
     * The text of the exception that fails the build: the reasons, then the findings that break the threshold, the worst
     * first, at most {@link #FAILURE_LIMIT} of them.
     *
     * @param fullReport where all of them are, {@code target/hardening/hardening.json}; empty when nowhere
     */
    public String failureText(Result result, String fullReport) {
        List<EvaluatedFinding> failing = result.failing().stream()
                .sorted((a, b) -> b.finding().severity().compareTo(a.finding().severity()))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(Wording.joined(result.verdict().reasons()) + ":");
        for (EvaluatedFinding judged : failing.subList(0, Math.min(FAILURE_LIMIT, failing.size()))) {
            lines.add(Wording.headline(judged));
            lines.add(REMEDY_INDENT + Wording.remedy(judged));
        }
        if (failing.size() > FAILURE_LIMIT) {
            String see = fullReport.isEmpty() ? "" : ", see " + fullReport;
            lines.add("\u2026 and " + (failing.size() - FAILURE_LIMIT) + " more" + see);
        }
        return lines.stream()
                .map(line -> new ConsoleLine(Level.ERROR, line).text())
                .collect(Collectors.joining("\n"));
    }
}
