package io.github.mavenhardening.core.forge;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The settings that only a project on GitLab has. Whoever may do something is named {@code no one}, {@code developers},
 * {@code maintainers}, {@code user Ada}, {@code group releasers}.
 *
 * @param branches protected branches by their names, in which {@code *} stands for anything
 * @param tags who may create the protected tags of that name or pattern
 * @param environments deployment environments for production and staging, and all that are protected
 * @param variables the project's CI/CD variables; their values are never read
 * @param groupVariables those of the groups that the project is in
 * @param jobTokenLimited whether the token of another project's job is let in only where a list names that project
 * @param jobTokenPushes whether the token of a job may push to this project
 * @param approvals what holds for the approval of merge requests
 * @param pushRules the push rules that are on, by GitLab's names
 * @param runners the runners that may take its jobs, the instance's left out: {@code project_type: big machine}
 * @param sharedRunners whether the instance's runners run jobs
 */
public record GitLabSettings(
        Known<SortedMap<String, Branch>> branches,
        Known<SortedMap<String, List<String>>> tags,
        Known<SortedMap<String, Deployment>> environments,
        Known<SortedMap<String, Variable>> variables,
        Known<SortedMap<String, Variable>> groupVariables,
        Known<Boolean> jobTokenLimited,
        Known<Boolean> jobTokenPushes,
        Approvals approvals,
        Known<SortedSet<String>> pushRules,
        Known<SortedSet<String>> runners,
        Known<Boolean> sharedRunners) {

    /** Whoever has a developer's rights, which is who works on the project. */
    public static final String DEVELOPERS = "developers";

    /** Stands alone where nothing restricts who may. */
    public static final String EVERYONE = "everyone";

    /**
     * A protected branch.
     *
     * @param push who may push to it
     * @param merge who may merge into it
     * @param forcePush whether those who may push may also rewrite it
     * @param codeOwnerReview whether the owners of changed files must approve
     */
    public record Branch(
            List<String> push, List<String> merge, Known<Boolean> forcePush, Known<Boolean> codeOwnerReview) {}

    /**
     * A deployment environment.
     *
     * @param tier {@code production}, {@code staging} …
     * @param deployers who may deploy; {@link #EVERYONE} where it is not protected, so that whoever starts a job may
     * @param approvals how many must approve at least
     */
    public record Deployment(Known<String> tier, Known<List<String>> deployers, Known<Integer> approvals) {}

    /**
     * A CI/CD variable.
     *
     * @param name its name
     * @param scope the environments whose jobs get it; {@code *} for every job
     * @param onlyProtected whether jobs of protected branches and tags alone get it
     * @param masked whether logs leave its value out
     * @param hidden whether nobody can read its value again
     * @param type {@code env_var} or {@code file}
     */
    public record Variable(
            String name, String scope, boolean onlyProtected, boolean masked, boolean hidden, String type) {

        /** What it is listed as: a name may be there once for each scope. */
        public String key() {
            return scope.equals("*") ? name : name + " (" + scope + ")";
        }
    }

    /**
     * What holds for the approval of merge requests.
     *
     * @param byAuthor whether who wrote it may approve it
     * @param byCommitters whether who added commits may
     * @param keptOnPush whether approvals outlast a change
     */
    public record Approvals(Known<Boolean> byAuthor, Known<Boolean> byCommitters, Known<Boolean> keptOnPush) {}
}
