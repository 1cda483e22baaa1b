package io.github.mavenhardening.core.checks.posture;

import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.GitHistory;
import java.io.IOException;
import java.util.Optional;

/**
 * What a change is compared with: the commits that HEAD has and it has not are the change.
 *
 * @param name what it is called, for messages
 * @param commit its hash; empty when this clone does not have it
 * @param isNoRequest whether the CI service says that there is no change to compare: a push, a schedule
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/variables">GitHub Actions: variables</a>
 * @see <a href="https://docs.gitlab.com/ci/variables/predefined_variables/">GitLab: predefined CI/CD variables</a>
 */
record CommitBase(String name, Optional<String> commit, boolean isNoRequest) {

    /** What the policy names, else what GitHub or GitLab says, else the default branch of {@code origin}. */
    static CommitBase of(GitHistory history, Optional<String> asked, Environment environment) throws IOException {
        if (asked.isPresent()) {
            return new CommitBase(asked.get(), history.commitOf(asked.get()), false);
        }
        Optional<String> branch = environment.variable("GITHUB_BASE_REF");
        if (branch.isPresent()) {
            return branch(history, branch.get());
        }
        Optional<String> commit = environment.variable("CI_MERGE_REQUEST_DIFF_BASE_SHA");
        if (commit.isPresent()) {
            return new CommitBase(commit.get(), history.commitOf(commit.get()), false);
        }
        Optional<String> target = environment.variable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME");
        if (target.isPresent()) {
            return branch(history, target.get());
        }
        boolean service = environment.variable("GITHUB_EVENT_NAME").isPresent()
                || environment.variable("CI_PIPELINE_SOURCE").isPresent();
        return service ? new CommitBase("none", Optional.empty(), true) : branch(history, "HEAD");
    }

    private static CommitBase branch(GitHistory history, String branch) throws IOException {
        return new CommitBase("origin/" + branch, history.originBranch(branch), false);
    }
}
