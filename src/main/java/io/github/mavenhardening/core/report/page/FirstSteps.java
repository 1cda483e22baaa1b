package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What to do first: at most five rows, each one command or one edit with the findings that it ends. A finding is counted in one
 * row alone.
 */
final class FirstSteps {

    private static final int MOST = 5;
    /** So many checks whose findings want a person are named. */
    private static final int EDITS = 2;

    private final Markup page;
    private final Set<EvaluatedFinding> ended = new HashSet<>();

    FirstSteps(Markup page) {
        this.page = page;
    }

    /**
     * One row.
     *
     * @param act the command, or the place of the edit
     * @param does what comes of it
     * @param ends how many findings it ends
     */
    private record Row(String act, String does, int ends) {}

    void write(Result result, List<Group> groups) {
        List<Row> rows = rows(result, groups);
        if (rows.isEmpty()) {
            return;
        }
        page.begin("section", "aria-labelledby", "first-title");
        page.element("h2", "What to do first", "id", "first-title");
        page.begin("ol", "class", "first");
        for (Row row : rows) {
            page.begin("li").element("code", row.act());
            page.begin("span", "class", "does").sentence(row.does()).end();
            page.element("span", Count.of(row.ends(), "findings"), "class", "amount")
                    .end();
        }
        page.end().end();
    }

    private List<Row> rows(Result result, List<Group> groups) {
        List<EvaluatedFinding> open = groups.stream()
                .flatMap(group -> group.findings().stream())
                .filter(EvaluatedFinding::mayFail)
                .toList();
        List<Row> commands = new ArrayList<>();
        command(
                commands,
                open,
                "mvn hardening:fix -Dhardening.apply",
                "Makes the changes that keep what the build does",
                judged -> judged.finding().fix().filter(Fix::safe).isPresent());
        of(
                commands,
                open,
                "mvn hardening:pin -Dhardening.apply",
                "Pins actions to commits and names their versions; asks their hosts",
                "unpinned-uses");
        of(
                commands,
                open,
                "mvn hardening:lock",
                "Locks what the build uses, so that it can be verified",
                "missing-lock");
        of(commands, open, "mvn hardening:lock", "Adds what the build uses to the lock", "unlocked-artifact");
        of(
                commands,
                open,
                "mvn hardening:init",
                "Writes a Security Insights file to complete",
                "security-insights-missing");
        List<Row> rows = edits(groups);
        rows.addAll(commands);
        if (result.comparison().baseline().isEmpty()) {
            command(
                    rows,
                    result.failing(),
                    "mvn hardening:baseline",
                    "Accepts what is left: only new findings fail from then on",
                    judged -> !judged.integrity());
        }
        return rows.subList(0, Math.min(MOST, rows.size()));
    }

    /** The most dangerous places that no fix ends. */
    private List<Row> edits(List<Group> groups) {
        List<Row> rows = new ArrayList<>();
        for (Group group : groups) {
            List<EvaluatedFinding> left = group.findings().stream()
                    .filter(judged -> judged.mayFail() && !ended.contains(judged))
                    .toList();
            if (group.failing() > 0 && !left.isEmpty() && rows.size() < EDITS) {
                Finding first = left.get(0).finding();
                List<EvaluatedFinding> alike = left.stream()
                        .filter(judged -> judged.finding().remedy().equals(first.remedy()))
                        .toList();
                ended.addAll(alike);
                rows.add(new Row(GroupList.where(first.primary()), first.remedy(), alike.size()));
            }
        }
        return rows;
    }

    private void of(List<Row> rows, List<EvaluatedFinding> open, String act, String does, String checkId) {
        command(rows, open, act, does, judged -> judged.finding().checkId().equals(checkId));
    }

    private void command(
            List<Row> rows, List<EvaluatedFinding> open, String act, String does, Predicate<EvaluatedFinding> wanted) {
        List<EvaluatedFinding> ends = open.stream()
                .filter(judged -> wanted.test(judged) && !ended.contains(judged))
                .toList();
        if (!ends.isEmpty()) {
            ended.addAll(ends);
            rows.add(new Row(act, does, ends.size()));
        }
    }
}
