package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.regex.Pattern;

/**
 * Nothing where a workflow checks out a stranger's code with rights, or expands a stranger's text in a script; else ten.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/raw/dangerous_workflow.go">Scorecard:
 *     containsUntrustedContextPattern, checkJobForUntrustedCodeCheckout</a>
 */
final class DangerousWorkflowScore {

    private static final String NAME = "Dangerous-Workflow";

    /** What strangers write, by Scorecard's list. */
    private static final Pattern UNTRUSTED = Pattern.compile("issue\\.title|issue\\.body|pull_request\\.title"
            + "|pull_request\\.body|discussion\\.(?:title|body)|comment\\.body|review\\.body|review_comment\\.body"
            + "|pages.{0,500}\\.page_name|commits.{0,500}\\.message|head_commit\\.message"
            + "|head_commit\\.author\\.(?:email|name)|commits.{0,500}\\.author\\.(?:email|name)|blocked_user\\.(?:email|name)"
            + "|pull_request\\.head\\.(?:ref|label|repo\\.default_branch)");

    /** All that strangers write, at once. */
    private static final Pattern WHOLE_EVENT =
            Pattern.compile("(?i)tojson\\s{0,100}\\(\\s{0,100}github(?:\\.event)?\\s{0,100}\\)");

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
                Count.of(checkouts, "checkouts") + " of untrusted code, " + Count.of(injections, "scripts")
                        + " with untrusted input");
    }

    private static boolean checksOutAStranger(Step step) {
        return step.uses()
                .filter(action -> action.uses().text().contains("actions/checkout"))
                .flatMap(action -> action.with().text("ref"))
                .filter(ref -> ref.contains("github.event.pull_request") || ref.contains("github.event.workflow_run"))
                .isPresent();
    }

    /** Each expression alone is looked at, up to the first that does not end. */
    private static boolean pastes(String script) {
        int start = script.indexOf("${{");
        while (start >= 0) {
            int end = script.indexOf("}}", start);
            if (end < 0) {
                return false;
            }
            if (isUntrusted(script.substring(start, end))) {
                return true;
            }
            start = script.indexOf("${{", end);
        }
        return false;
    }

    private static boolean isUntrusted(String expression) {
        return expression.contains("github.head_ref")
                || (expression.contains("github.event.")
                        && UNTRUSTED.matcher(expression).find())
                || WHOLE_EVENT.matcher(expression).find();
    }
}
