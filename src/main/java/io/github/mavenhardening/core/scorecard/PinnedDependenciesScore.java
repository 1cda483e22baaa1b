package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The share of what is pinned, each thing with the weight of its kind: ten, but of actions two for GitHub's own and eight for
 * others' where there are both. Scorecard rounds it down.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checker/check_result.go">Scorecard: CreateProportionalScoreWeighted</a>
 */
final class PinnedDependenciesScore {

    private static final String NAME = "Pinned-Dependencies";

    /** What Scorecard takes for pinned: a commit, a digest of an image, or another file of the repository. */
    private static final Pattern PINNED_ACTION = Pattern.compile(
            "@[a-fA-F0-9]{40}|docker://.{0,2000}@sha256:[a-fA-F0-9]{64}|\\A\\..{1,2000}[^/]", Pattern.DOTALL);

    /** What stands in a script in place of an expression. */
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{[^{}]{0,4000}\\}\\}");

    private static final String EXPRESSION_NAME = "GITHUB_REDACTED_VAR";

    private final Map<Pin.Kind, int[]> counts = new EnumMap<>(Pin.Kind.class);

    private PinnedDependenciesScore() {}

    static Score of(RepositoryView view) {
        PinnedDependenciesScore score = new PinnedDependenciesScore();
        for (Workflow workflow : view.workflows()) {
            workflow.jobs().forEach(score::countJob);
        }
        view.texts(DockerfilePins::isNamed).stream()
                .filter(file -> !ShellFiles.isScript(file.path(), file.text(), ShellFiles.ALL))
                .forEachOrdered(file -> score.countAll(DockerfilePins.in(file.path(), file.text())));
        view.shellScripts().forEach(file -> score.countAll(ScriptPins.in(file.text())));
        return score.result();
    }

    private void countJob(Job job) {
        if (job instanceof ReusableWorkflowCall call) {
            countAction(call.uses().text());
        }
        ScriptPins scripts = new ScriptPins();
        RepositoryView.steps(job).forEachOrdered(step -> {
            step.uses().ifPresent(action -> countAction(action.uses().text()));
            step.run()
                    .filter(run -> isRead(job, step, run))
                    .ifPresent(run -> scripts.read(
                            EXPRESSION.matcher(run.script().value()).replaceAll(EXPRESSION_NAME)));
        });
        countAll(scripts.found());
    }

    private static boolean isRead(Job job, Step step, Step.RunScript run) {
        return job instanceof NormalJob normal && WorkflowShell.isRead(normal, step, run);
    }

    /** Actions of the checkout and of the workflow's own commit are not dependencies. */
    private void countAction(String uses) {
        if (uses.isEmpty() || uses.startsWith("./") || uses.startsWith("$/")) {
            return;
        }
        boolean own = uses.startsWith("actions/") || uses.startsWith("github/");
        count(
                own ? Pin.Kind.GITHUB_ACTION : Pin.Kind.THIRD_PARTY_ACTION,
                PINNED_ACTION.matcher(uses).find());
    }

    private void countAll(List<Pin> pins) {
        for (Pin pin : pins) {
            count(pin.kind(), pin.pinned());
        }
    }

    private void count(Pin.Kind kind, boolean pinned) {
        int[] count = counts.computeIfAbsent(kind, key -> new int[2]);
        count[0] += pinned ? 1 : 0;
        count[1]++;
    }

    private Score result() {
        if (counts.isEmpty()) {
            return Score.inconclusive(NAME, "nothing that can be pinned");
        }
        boolean both = counts.containsKey(Pin.Kind.GITHUB_ACTION) && counts.containsKey(Pin.Kind.THIRD_PARTY_ACTION);
        long pinned = 0;
        long all = 0;
        for (Map.Entry<Pin.Kind, int[]> entry : counts.entrySet()) {
            int weight = entry.getKey().weight(both);
            pinned += (long) weight * entry.getValue()[0];
            all += (long) weight * entry.getValue()[1];
        }
        String reason = Arrays.stream(Pin.Kind.values())
                .filter(counts::containsKey)
                .map(kind -> counts.get(kind)[0] + " of " + counts.get(kind)[1] + " " + kind.words())
                .collect(Collectors.joining(", "));
        return Score.of(NAME, (double) Math.floorDiv(10 * pinned, all), "pinned: " + reason);
    }
}
