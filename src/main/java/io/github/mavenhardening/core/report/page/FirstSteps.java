package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Tally;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.Commands;
import io.github.mavenhardening.core.report.NextStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to do first: at most five rows, each one command or one edit with the findings that it ends. A finding is counted in one
 * row alone.
 */
final class FirstSteps {

    private static final int MOST = 5;
    /** So many checks whose findings want a person are named. */
    private static final int EDITS = 2;

    private final Markup page;
    private final Commands commands;
    private final Set<EvaluatedFinding> ended = Collections.newSetFromMap(new IdentityHashMap<>());

    FirstSteps(Markup page, Commands commands) {
        this.page = page;
        this.commands = commands;
    }

    /**
     * One row.
     *
     * @param act the command, or the place of the edit
     * @param does what comes of it
     * @param ends how many findings it ends
     */
    private record Row(String act, String does, Tally ends) {}

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
            page.element("span", row.ends().of("findings"), "class", "amount").end();
        }
        page.end().end();
    }

    private List<Row> rows(Result result, List<Group> groups) {
        List<EvaluatedFinding> failable = new ArrayList<>();
        for (Group group : groups) {
            for (EvaluatedFinding judged : group.findings()) {
                if (judged.mayFail()) {
                    failable.add(judged);
                }
            }
        }
        List<Row> answers = new ArrayList<>();
        for (NextStep step : NextStep.answering(failable)) {
            ended.addAll(step.ends());
            answers.add(row(step));
        }
        List<Row> rows = edits(groups);
        rows.addAll(answers);
        Optional<NextStep> accepting = NextStep.accepting(result, left(result.failing()));
        if (accepting.isPresent()) {
            rows.add(row(accepting.get()));
        }
        return rows.subList(0, Math.min(MOST, rows.size()));
    }

    private List<EvaluatedFinding> left(List<EvaluatedFinding> findings) {
        List<EvaluatedFinding> left = new ArrayList<>();
        for (EvaluatedFinding judged : findings) {
            if (judged.mayFail() && !ended.contains(judged)) {
                left.add(judged);
            }
        }
        return left;
    }

    private Row row(NextStep step) {
        String does = step.purpose("them");
        return new Row(
                commands.of(step.goal()),
                Character.toUpperCase(does.charAt(0)) + does.substring(1),
                EvaluatedFinding.tally(step.ends()));
    }

    /** The most dangerous places that no fix ends. */
    private List<Row> edits(List<Group> groups) {
        List<Row> rows = new ArrayList<>();
        for (Group group : groups) {
            List<EvaluatedFinding> left = left(group.findings());
            if (group.failing() > 0 && !left.isEmpty() && rows.size() < EDITS) {
                Finding first = left.get(0).finding();
                List<EvaluatedFinding> alike = left.stream()
                        .filter(judged -> judged.finding().remedy().equals(first.remedy()))
                        .toList();
                ended.addAll(alike);
                rows.add(new Row(GroupList.where(first.primary()), first.remedy(), EvaluatedFinding.tally(alike)));
            }
        }
        return rows;
    }
}
