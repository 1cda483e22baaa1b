package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Questions for texts of issues, pull requests and comments, which the forge answers whatever set the run off. */
final class ForgeQuestions {

    private static final List<String> WORDS = List.of(
            "gh issue ",
            "gh pr ",
            "gh run ",
            "gh search ",
            "gh api ",
            "api.github.com",
            "GITHUB_API_URL",
            "github.rest.",
            "github.paginate(",
            "github.request(",
            "github.pulls.",
            "github.issues.",
            "octokit");

    private ForgeQuestions() {}

    /** Whether a script of a job may ask so, as far as its words tell. */
    static boolean mayBeIn(NormalJob job) {
        for (Step step : job.liveSteps()) {
            Optional<YamlScalar> script = step.script();
            for (String word : script.isPresent() ? WORDS : List.<String>of()) {
                if (script.get().value().contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }
}
