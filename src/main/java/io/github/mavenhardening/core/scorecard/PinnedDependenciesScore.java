package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Uses;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The share of what is pinned, each thing with the weight of its kind: ten, but of actions two for GitHub's own and eight for
 * others' where there are both. Scorecard rounds it down.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checker/check_result.go">Scorecard: CreateProportionalScoreWeighted</a>
 */
final class PinnedDependenciesScore {

    private static final String NAME = "Pinned-Dependencies";
    private static final Pattern SHELL_SCRIPT = Pattern.compile(".*\\.(?:sh|bash|bats)");
    private static final Pattern DOCKERFILE = Pattern.compile("(?:.*/)?[^/]*dockerfile[^/]*");
    private static final Pattern VENDORED = Pattern.compile("(?:.*/)?(?:vendor|third_party)/.*");

    private final Map<PinKind, int[]> counts = new EnumMap<>(PinKind.class);

    private PinnedDependenciesScore() {}

    static Score of(RepositoryView view) {
        PinnedDependenciesScore score = new PinnedDependenciesScore();
        score.countActions(view);
        score.countScripts(view.steps()
                .flatMap(step -> step.run().stream())
                .map(run -> run.script().value()));
        score.countScripts(view.texts(path -> SHELL_SCRIPT.matcher(path).matches()));
        List<String> dockerfiles =
                view.texts(PinnedDependenciesScore::isDockerfile).toList();
        dockerfiles.forEach(text ->
                Dockerfile.images(text).forEach(image -> score.count(PinKind.CONTAINER_IMAGE, image.isPinned())));
        score.countScripts(dockerfiles.stream().map(Dockerfile::scripts));
        return score.result();
    }

    private static boolean isDockerfile(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return DOCKERFILE.matcher(lower).matches() && !VENDORED.matcher(lower).matches();
    }

    private void countActions(RepositoryView view) {
        Stream<Uses.Repository> ofSteps = view.steps()
                .flatMap(step -> step.uses().stream())
                .flatMap(action -> action.uses().repository().stream());
        Stream<Uses.Repository> ofJobs = view.workflows().stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .filter(ReusableWorkflowCall.class::isInstance)
                .flatMap(job -> ((ReusableWorkflowCall) job).uses().repository().stream());
        Stream.concat(ofSteps, ofJobs).forEach(uses -> {
            boolean own = uses.owner().equals("actions") || uses.owner().equals("github");
            count(
                    own ? PinKind.GITHUB_ACTION : PinKind.THIRD_PARTY_ACTION,
                    uses.ref().filter(ref -> ref.isCommit()).isPresent());
        });
    }

    private void countScripts(Stream<String> scripts) {
        scripts.forEachOrdered(script -> ScriptPins.in(script).forEach(pin -> count(pin.kind(), pin.pinned())));
    }

    private synchronized void count(PinKind kind, boolean pinned) {
        int[] count = counts.computeIfAbsent(kind, key -> new int[2]);
        count[0] += pinned ? 1 : 0;
        count[1]++;
    }

    private Score result() {
        if (counts.isEmpty()) {
            return Score.inconclusive(NAME, "nothing that can be pinned");
        }
        boolean both = counts.containsKey(PinKind.GITHUB_ACTION) && counts.containsKey(PinKind.THIRD_PARTY_ACTION);
        long pinned = 0;
        long all = 0;
        for (Map.Entry<PinKind, int[]> entry : counts.entrySet()) {
            int weight = entry.getKey().weight(both);
            pinned += (long) weight * entry.getValue()[0];
            all += (long) weight * entry.getValue()[1];
        }
        String reason = Arrays.stream(PinKind.values())
                .filter(counts::containsKey)
                .map(kind -> counts.get(kind)[0] + " of " + counts.get(kind)[1] + " " + kind.words())
                .collect(Collectors.joining(", "));
        return Score.of(NAME, (double) Math.floorDiv(10 * pinned, all), "pinned: " + reason);
    }
}
