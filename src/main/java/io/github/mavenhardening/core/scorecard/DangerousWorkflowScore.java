package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nothing where a workflow checks out a stranger's code with rights, or pastes a stranger's text into a script; else ten. */
final class DangerousWorkflowScore {

    private static final String NAME = "Dangerous-Workflow";

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{(.{0,2000}?)\\}\\}", Pattern.DOTALL);

    /** What strangers write, by Scorecard's list. */
    private static final Pattern UNTRUSTED = Pattern.compile("github\\.head_ref|github\\.event\\..{0,500}?(?:"
            + "issue\\.title|issue\\.body|pull_request\\.title|pull_request\\.body|comment\\.body|review\\.body"
            + "|review_comment\\.body|page_name|commits.{0,200}?\\.message|head_commit\\.message"
            + "|author\\.email|author\\.name|pull_request\\.head\\.ref|pull_request\\.head\\.label"
            + "|pull_request\\.head\\.repo\\.default_branch)");

    private DangerousWorkflowScore() {}

    static Score of(RepositoryView view) {
        if (view.workflows().isEmpty()) {
            return Score.inconclusive(NAME, "there is no workflow");
        }
        long checkouts = view.workflows().stream()
                .filter(workflow -> workflow.runsOn("pull_request_target") || workflow.runsOn("workflow_run"))
                .flatMap((Workflow workflow) -> RepositoryView.steps(workflow))
                .filter(DangerousWorkflowScore::checksOutAStranger)
                .count();
        long injections = view.steps()
                .flatMap(step -> step.run().stream())
                .filter(run -> pastes(run.script().value()))
                .count();
        return Score.of(
                NAME,
                checkouts + injections == 0,
                checkouts + " checkouts of untrusted code, " + injections + " scripts with untrusted input");
    }

    private static boolean checksOutAStranger(Step step) {
        return step.usesAction("actions/checkout")
                && step.uses()
                        .flatMap(action -> action.with().text("ref"))
                        .filter(ref ->
                                ref.contains("github.event.pull_request") || ref.contains("github.event.workflow_run"))
                        .isPresent();
    }

    private static boolean pastes(String script) {
        Matcher expression = EXPRESSION.matcher(script);
        while (expression.find()) {
            if (UNTRUSTED.matcher(expression.group(1)).find()) {
                return true;
            }
        }
        return false;
    }
}
