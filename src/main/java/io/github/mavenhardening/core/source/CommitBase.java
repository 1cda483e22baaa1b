package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.util.Optional;

/**
 * The base commit that a change is compared with: the commits that HEAD has and it has not are the change.
 *
 * @param name what it is called, for messages
 * @param commit its hash; empty when this clone does not have it
 * @param isNoRequest whether the CI service says that there is no change to compare: a push, a schedule
 * @param isPullRequest whether GitHub says that there is one, so that it has at least one commit
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/variables">GitHub Actions: variables</a>
 * @see <a href="https://docs.gitlab.com/ci/variables/predefined_variables/">GitLab: predefined CI/CD variables</a>
 */
public record CommitBase(String name, Optional<String> commit, boolean isNoRequest, boolean isPullRequest) {

    /** A setting that names what the change at hand is compared with. */
    public interface Named {

        /** A branch, tag or commit; empty where the setting names none. */
        Optional<String> base();
    }

    /** Why the change cannot be looked at where the base itself is checked out. */
    public static final String CHANGE_ABSENT = "the base is checked out, without the commits of the pull request";

    /** Why there is no change to look at in a build that a CI service made of a push or by a schedule. */
    static final String NO_REQUEST = "this build is not of a pull or merge request";

    private static final String MERGE_QUEUE = "refs/heads/gh-readonly-queue/";

    /**
     * What the user names, else the policy, else GitHub or GitLab, else that since which the user's findings count, else the default
     * branch of {@code origin}.
     */
    public static CommitBase of(GitHistory history, Optional<String> asked, Environment environment)
            throws IOException {
        Optional<String> named = environment.base().or(() -> asked);
        Optional<String> branch = environment.variable("GITHUB_BASE_REF").or(() -> queued(environment));
        if (named.isPresent()) {
            return new CommitBase(named.get(), history.commitOf(named.get()), false, branch.isPresent());
        }
        if (branch.isPresent()) {
            return new CommitBase("origin/" + branch.get(), history.originBranch(branch.get()), false, true);
        }
        Optional<String> commit = environment.variable("CI_MERGE_REQUEST_DIFF_BASE_SHA");
        if (commit.isPresent()) {
            return new CommitBase(commit.get(), history.commitOf(commit.get()), false, false);
        }
        Optional<String> target = environment.variable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME");
        if (target.isPresent()) {
            return branch(history, target.get());
        }
        if (isBuiltByService(environment)) {
            return new CommitBase("none", Optional.empty(), true, false);
        }
        return environment.since().isPresent()
                ? new CommitBase(
                        environment.since().get(),
                        commit(history, environment.since().get()),
                        false,
                        false)
                : branch(history, "HEAD");
    }

    /** A commit by what a user calls it: the clone of a CI service has no branch but the one that it builds. */
    static Optional<String> commit(GitHistory history, String name) throws IOException {
        Optional<String> commit = history.commitOf(name);
        return commit.isPresent() ? commit : history.originBranch(name);
    }

    /** Whether the user, the policy or the CI service names one; if not, it is {@code origin}'s default branch, or none. */
    private static boolean isNamed(Optional<String> asked, Environment environment) {
        return asked.isPresent()
                || environment.base().isPresent()
                || environment.variable("GITHUB_BASE_REF").isPresent()
                || queued(environment).isPresent()
                || environment.variable("CI_MERGE_REQUEST_DIFF_BASE_SHA").isPresent()
                || environment.variable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME").isPresent();
    }

    /** Why there is nothing to compare with; empty where there may be. Opens no commit. */
    public static Optional<String> absence(GitFolder git, Optional<String> asked, Environment environment) {
        if (!git.isPresent()) {
            return Optional.of("there is no Git repository");
        }
        if (isNamed(asked, environment)) {
            return Optional.empty();
        }
        if (isBuiltByService(environment)) {
            return Optional.of(NO_REQUEST);
        }
        return environment.since().isPresent() || git.mayKnowDefaultBranch()
                ? Optional.empty()
                : Optional.of("no base is named, and origin has no default branch here");
    }

    /** Whether GitHub or GitLab builds, which name a base where there is one. */
    private static boolean isBuiltByService(Environment environment) {
        return environment.variable("GITHUB_EVENT_NAME").isPresent()
                || environment.variable("CI_PIPELINE_SOURCE").isPresent();
    }

    /** A merge queue's branch is called after the one that it leads to: {@code gh-readonly-queue/main/pr-7-<hash>}. */
    private static Optional<String> queued(Environment environment) {
        return environment
                .variable("GITHUB_REF")
                .filter(ref -> ref.startsWith(MERGE_QUEUE) && ref.lastIndexOf("/pr-") > MERGE_QUEUE.length())
                .map(ref -> ref.substring(MERGE_QUEUE.length(), ref.lastIndexOf("/pr-")));
    }

    private static CommitBase branch(GitHistory history, String branch) throws IOException {
        return new CommitBase("origin/" + branch, history.originBranch(branch), false, false);
    }

    /**
     * For this event GitHub names the commit of the base branch, and its checkout takes that unless it is configured otherwise.
     */
    public static boolean isCheckedOut(GitHistory history, Environment environment) throws IOException {
        Optional<String> event = environment.variable("GITHUB_EVENT_NAME");
        Optional<String> sha = environment.variable("GITHUB_SHA");
        return event.isPresent()
                && event.get().equals("pull_request_target")
                && sha.isPresent()
                && sha.equals(history.commitOf("HEAD"));
    }
}
