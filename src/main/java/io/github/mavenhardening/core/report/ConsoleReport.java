package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.policy.Danger;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.ConsoleLine.Level;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import io.github.mavenhardening.core.scorecard.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A result as lines for a terminal or a CI log, and as the text of the exception that ends a failed build. Where all is well it
 * is one line; else it is what one screen holds, the most dangerous first.
 */
public final class ConsoleReport {

    /** The most findings that an exception's text names: they stand above in the log, and all of them in the reports. */
    public static final int FAILURE_LIMIT = 5;

    private static final String INDENT = "    ";

    private final ConsoleSettings settings;

    /** A report with those settings. */
    public ConsoleReport(ConsoleSettings settings) {
        this.settings = settings;
    }

    /**
     * Everything that is to be said of a run: {@link #setup}, {@link #findings}, {@link #reservations}, then {@link #verdict}
     * and {@link #advice}.
     *
     * @param root the folder that was looked at, as in {@link ReportContext}
     */
    public List<ConsoleLine> lines(Result result, String root) {
        List<ConsoleLine> lines = new ArrayList<>(setup(result, root));
        lines.addAll(findings(result, judged -> true));
        lines.addAll(reservations(result));
        lines.addAll(verdict(result, root));
        lines.addAll(advice(result));
        return List.copyOf(lines);
    }

    /** Whether one line says it all: nothing fails, nothing is worth a warning, everything there was looked at. */
    private boolean isWell(Result result) {
        return !settings.verbose()
                && result.verdict().passed()
                && closingLevel(result) == Level.INFO
                && !ConsoleGroups.isLoud(result);
    }

    /** What was looked at, by which policy, and what that took away; nothing where the one line says it. */
    public List<ConsoleLine> setup(Result result, String root) {
        ConsoleLines lines = new ConsoleLines(settings);
        if (!isWell(result)) {
            ConsoleSetup.heading(result, root, lines);
        }
        if (settings.verbose()) {
            result.audits().forEach(audit -> family(audit, lines));
        }
        return lines.list();
    }

    private void family(AuditResult audit, ConsoleLines lines) {
        String examined = Wording.examined(audit.examined());
        String what = switch (audit.outcome()) {
            case NOTHING_TO_CHECK -> "nothing to check";
            case COULD_NOT_CHECK -> "could not check";
            case CHECKED -> "checked" + (examined.isEmpty() ? "" : " " + examined);
        };
        lines.whole(
                audit.outcome() == Outcome.COULD_NOT_CHECK ? Level.WARN : Level.INFO,
                audit.family().title() + ": " + what);
        audit.notes()
                .forEach(note -> lines.whole(Level.INFO, settings.commands().spelled("  " + Sanitizer.text(note))));
    }

    /**
     * The findings, check by check.
     *
     * @param untold which of them are still to be reported
     */
    public List<ConsoleLine> findings(Result result, Predicate<EvaluatedFinding> untold) {
        ConsoleLines lines = new ConsoleLines(settings);
        if (!isWell(result)) {
            new ConsoleGroups(result, untold, settings).write(lines);
        }
        return lines.list();
    }

    /** What a reader of the verdict is to know: what was not looked at, what the repository lacks, what has no effect. */
    public List<ConsoleLine> reservations(Result result) {
        ConsoleLines lines = new ConsoleLines(settings);
        if (!isWell(result) && !settings.verbose()) {
            notes(result, lines);
        }
        Unverified.write(result, settings.commands(), lines);
        Absences.write(result, settings.checks(), lines);
        for (String remark : result.remarks()) {
            lines.wrapped(Level.WARN, settings.commands().spelled(Sanitizer.text(remark)), INDENT);
        }
        for (AuditResult audit : result.audits()) {
            if (audit.scorecard().isPresent()) {
                lines.whole(Level.INFO, "OpenSSF Scorecard, estimated from files:");
                for (Score score : audit.scorecard().get().scores()) {
                    lines.wrapped(Level.INFO, "  " + Sanitizer.text(score.toString()), INDENT);
                }
            }
        }
        return lines.list();
    }

    /** How families were checked; a list of everything has it above. */
    private void notes(Result result, ConsoleLines lines) {
        for (AuditResult audit : result.audits()) {
            if (audit.outcome() == Outcome.CHECKED && !audit.notes().isEmpty()) {
                String notes = settings.commands().spelled(Wording.joined(audit.notes()));
                lines.wrapped(Level.INFO, audit.family().title() + ": " + notes, INDENT);
            }
        }
    }

    /**
     * Whether the build passes, and why not: what was looked at, what was found, and what the verdict is to be read with: checks
     * that are off, findings of integrity that are excused, gaps.
     */
    public List<ConsoleLine> verdict(Result result, String root) {
        ConsoleLines lines = new ConsoleLines(settings);
        boolean well = isWell(result);
        StringBuilder text = new StringBuilder(sentence(result, root, well));
        int suppressed = result.findings().size() - result.counting().size();
        if (suppressed > 0) {
            text.append(", ").append(suppressed).append(" suppressed");
        }
        text.append(ConsoleSetup.compared(result, settings.commands()))
                .append(ConsoleSetup.reservations(result))
                .append(well ? ConsoleSetup.loosened(result) : "");
        if (well) {
            lines.whole(Level.INFO, text.toString());
        } else {
            lines.wrapped(closingLevel(result), text.toString(), INDENT);
        }
        return lines.list();
    }

    private String sentence(Result result, String root, boolean well) {
        String examined = Wording.examined(Wording.examined(result.audits()));
        if (!result.verdict().passed()) {
            String fails =
                    settings.reportOnly() ? "FAILED, which fails no build (hardening.failOnViolation)" : "FAILED";
            return fails + ": " + Wording.joined(result.verdict().reasons())
                    + (examined.isEmpty() ? "" : " (" + examined + ")");
        }
        if (!result.anyAudit(Outcome.CHECKED)) {
            return result.anyAudit(Outcome.COULD_NOT_CHECK)
                    ? "Hardening could not check anything"
                    : "Hardening had nothing to check" + nothing(result);
        }
        return "Hardening passed" + (well ? ConsoleSetup.origin(result, root) : "") + ": "
                + (examined.isEmpty() ? "" : examined + ", ") + found(result, well) + nothing(result);
    }

    /** What could fail the build under another policy; what is known or outside of the change is counted behind it. */
    private static String found(Result result, boolean well) {
        boolean none = result.findings().stream().noneMatch(EvaluatedFinding::mayFail);
        if (none) {
            return result.counting().isEmpty() ? "no findings" : "no new findings";
        }
        return Wording.bySeverity(result.failable()) + (well ? " (-Dhardening.verbose lists them)" : "");
    }

    /** The families of which there was nothing, and what was looked for. */
    private static String nothing(Result result) {
        List<String> named = new ArrayList<>();
        for (AuditResult audit : result.audits()) {
            if (audit.outcome() == Outcome.NOTHING_TO_CHECK) {
                named.add(audit.family().title()
                        + (audit.notes().isEmpty() ? "" : " (" + Wording.joined(audit.notes()) + ")"));
            }
        }
        if (named.isEmpty()) {
            return "";
        }
        return (result.anyAudit(Outcome.CHECKED) ? "; nothing to check: " : ": ") + String.join(", ", named);
    }

    private static Level closingLevel(Result result) {
        if (!result.verdict().passed()) {
            return Level.ERROR;
        }
        boolean whole = !result.anyAudit(Outcome.COULD_NOT_CHECK)
                && result.gaps().isEmpty()
                && result.remarks().isEmpty()
                && result.unexcused().isEmpty();
        return whole ? Level.INFO : Level.WARN;
    }

    /** Where everything is, what to do next, and how to see or to silence what there is; nothing where all is well. */
    public List<ConsoleLine> advice(Result result) {
        ConsoleLines lines = new ConsoleLines(settings);
        if (!isWell(result)) {
            new ConsoleAdvice(result, settings).write(lines);
        }
        return lines.list();
    }

    /**
     * The text of the exception that fails the build: the reasons, then the most dangerous of the findings that break the
     * threshold, at most {@link #FAILURE_LIMIT} of them.
     *
     * @param fullReport where all of them are, {@code target/hardening}; empty when nowhere
     */
    public String failureText(Result result, String fullReport) {
        List<EvaluatedFinding> failing = Danger.sorted(result.failing());
        int named = Math.min(FAILURE_LIMIT, failing.size());
        ConsoleLines lines = new ConsoleLines(settings);
        lines.whole(Level.INFO, Wording.joined(result.verdict().reasons()) + (failing.isEmpty() ? "" : ":"));
        for (EvaluatedFinding judged : failing.subList(0, named)) {
            lines.whole(Level.INFO, settings.commands().spelled(Wording.headline(judged)));
        }
        if (failing.size() > named) {
            String see = fullReport.isEmpty() ? "" : ", see " + fullReport;
            lines.whole(Level.INFO, "\u2026 and " + (failing.size() - named) + " more" + see);
        }
        return lines.list().stream().map(ConsoleLine::text).collect(Collectors.joining("\n"));
    }
}
