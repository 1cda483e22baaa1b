package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.BaselineState;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.ConsoleLine.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The findings of a run in the log: a table of the checks where not all is listed, then check by check, the most dangerous
 * first, what is wrong, where, and once what to do. As much of it as one screen holds; the rest is counted.
 */
final class ConsoleGroups {

    /** How many lines the table and all groups together take. */
    private static final int SCREEN = 35;

    /** How many rows the table has; and how many checks are named where their findings are only counted. */
    private static final int ROWS = 8;

    private final Result result;
    private final ConsoleSettings settings;
    /** The findings that fail the build, by fingerprint. */
    private final Set<String> failing = new HashSet<>();

    /** The findings that are worth a line by check, those that fail the build first. */
    private final List<CheckGroup> found = new ArrayList<>();

    private final int loud;
    private final List<EvaluatedFinding> quiet = new ArrayList<>();
    private final List<ConsoleGroup> groups = new ArrayList<>();

    /**
     * The groups of a result.
     *
     * @param untold which findings are still to be reported
     */
    ConsoleGroups(Result result, Predicate<EvaluatedFinding> untold, ConsoleSettings settings) {
        this.result = result;
        this.settings = settings;
        for (EvaluatedFinding judged : result.failing()) {
            failing.add(judged.fingerprint());
        }
        List<EvaluatedFinding> errors = new ArrayList<>();
        List<EvaluatedFinding> warnings = new ArrayList<>();
        for (EvaluatedFinding judged : result.findings()) {
            if (!isListed(judged) || !untold.test(judged)) {
                continue;
            }
            if (failing.contains(judged.fingerprint())) {
                errors.add(judged);
            } else if (judged.finding().severity().atLeast(Severity.MEDIUM)) {
                warnings.add(judged);
            } else {
                quiet.add(judged);
            }
        }
        loud = errors.size() + warnings.size();
        int room = settings.verbose() ? Integer.MAX_VALUE : SCREEN - heightOfTable(errors, warnings);
        room = open(errors, Level.ERROR, room);
        room = open(warnings, Level.WARN, room);
        if (settings.verbose()) {
            open(quiet, Level.INFO, room);
        }
    }

    /** What a baseline knows, and what lies outside the change looked at, is counted in the verdict. */
    private boolean isListed(EvaluatedFinding judged) {
        return judged.counts() && (judged.mayFail() || settings.verbose());
    }

    /** As high as a table would be: a heading, the rows, and two lines for the rest. */
    private static int heightOfTable(List<EvaluatedFinding> errors, List<EvaluatedFinding> warnings) {
        Set<String> checks = new HashSet<>();
        errors.forEach(judged -> checks.add(judged.finding().checkId()));
        warnings.forEach(judged -> checks.add(judged.finding().checkId()));
        return 1 + (checks.size() > ROWS ? ROWS + 2 : checks.size());
    }

    /** Opens as many groups as there is room for, then lists places, each group one in turn; the room that is left. */
    private int open(List<EvaluatedFinding> findings, Level level, int room) {
        List<ConsoleGroup> opened = new ArrayList<>();
        int left = room;
        List<CheckGroup> byCheck = CheckGroup.of(findings);
        found.addAll(byCheck);
        for (CheckGroup group : byCheck) {
            ConsoleGroup block = new ConsoleGroup(group, level, settings);
            // The worst shows its line; the others' lines come once there is a remedy for each check that fails.
            if (level == Level.ERROR && opened.isEmpty()) {
                block.grow(left - block.height());
            }
            // The worst is shown, however long its message is.
            if (block.height() > left && !(groups.isEmpty() && opened.isEmpty())) {
                left = 0;
                break;
            }
            left = Math.max(0, left - block.height());
            opened.add(block);
        }
        boolean more = left > 0;
        while (more) {
            more = false;
            for (ConsoleGroup block : opened) {
                int taken = block.grow(left);
                left -= taken;
                more |= taken > 0;
            }
        }
        groups.addAll(opened);
        return left;
    }

    /** Whether there is a finding that deserves more than to be counted. */
    static boolean isLoud(Result result) {
        for (EvaluatedFinding judged : result.findings()) {
            if (judged.mayFail() && judged.finding().severity().atLeast(Severity.MEDIUM)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWhole() {
        int listed = 0;
        for (ConsoleGroup group : groups) {
            listed += group.listed();
        }
        return listed >= loud;
    }

    void write(ConsoleLines lines) {
        if (!isWhole()) {
            table(lines);
        }
        for (ConsoleGroup group : groups) {
            group.write(lines);
        }
        if (!settings.verbose() && !quiet.isEmpty()) {
            lines.wrapped(Level.INFO, "Counted only: " + counted(CheckGroup.of(quiet)), "    ");
        }
    }

    private void table(ConsoleLines lines) {
        boolean compared = result.comparison().baseline().isPresent();
        List<CheckGroup> rows = rows();
        int named = Math.min(ROWS, rows.size());
        int wide = "Check".length();
        for (CheckGroup row : rows.subList(0, named)) {
            wide = Math.max(wide, row.checkId().length());
        }
        lines.whole(
                Level.INFO,
                indent(Level.INFO) + row(wide, "Check", "Findings", "Worst", "Fixable", compared ? "New" : ""));
        for (CheckGroup row : rows.subList(0, named)) {
            Level level = failing.contains(row.worst().fingerprint()) ? Level.INFO : Level.WARN;
            String text = row(
                    wide,
                    row.checkId(),
                    row.count(),
                    row.severity().label(),
                    row.fixable() == 0 ? "" : String.valueOf(row.fixable()),
                    compared ? String.valueOf(isNew(row)) : "");
            lines.whole(level, indent(level) + text);
        }
        if (rows.size() > named) {
            List<CheckGroup> rest = rows.subList(named, rows.size());
            boolean fails = failing.contains(rest.get(0).worst().fingerprint());
            lines.wrapped(
                    fails ? Level.INFO : Level.WARN,
                    indent(fails ? Level.INFO : Level.WARN) + "\u2026 " + counted(rest),
                    "    ");
        }
    }

    /** The checks, those that fail the build first, each with all of its findings. */
    private List<CheckGroup> rows() {
        Map<String, List<EvaluatedFinding>> byCheck = new LinkedHashMap<>();
        for (CheckGroup group : found) {
            byCheck.computeIfAbsent(group.checkId(), none -> new ArrayList<>()).addAll(group.findings());
        }
        List<CheckGroup> rows = new ArrayList<>();
        byCheck.forEach((id, findings) -> rows.add(new CheckGroup(id, findings)));
        return rows;
    }

    /** A row begins in the same column whatever its level's label is. */
    private static String indent(Level level) {
        return " ".repeat(Level.WARN.label() - level.label());
    }

    /** A row of the table: names to the left, numbers to the right. */
    private static String row(int wide, String check, String findings, String worst, String fixable, String isNew) {
        String row =
                left(check, wide) + right(findings, 10) + "  " + left(worst, 8) + right(fixable, 9) + right(isNew, 6);
        return row.stripTrailing();
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static int isNew(CheckGroup group) {
        int count = 0;
        for (EvaluatedFinding judged : group.findings()) {
            boolean known = judged.baseline().equals(Optional.of(BaselineState.UNCHANGED));
            count += judged.baseline().isPresent() && !known ? 1 : 0;
        }
        return count;
    }

    /** {@code 44 artipacked (low), 2 superfluous-actions (info), 18 others}. */
    private static String counted(List<CheckGroup> groups) {
        List<String> named = new ArrayList<>();
        int others = 0;
        for (CheckGroup group : groups) {
            if (named.size() < ROWS) {
                named.add(group.count() + " " + Sanitizer.text(group.checkId()) + " ("
                        + group.severity().label() + ")");
            } else {
                others += group.findings().size();
            }
        }
        if (others > 0) {
            named.add(others + " others");
        }
        return String.join(", ", named);
    }
}
