package io.github.mavenhardening.core.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.ForgeSnapshot.DeployKey;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Hook;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Rights;
import io.github.mavenhardening.core.forge.GitLabSettings;
import io.github.mavenhardening.core.forge.GitLabSettings.Approvals;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.rest.Asker;
import io.github.mavenhardening.core.forge.rest.Dialect;
import io.github.mavenhardening.core.forge.rest.Fields;
import io.github.mavenhardening.core.forge.rest.ForgePort;
import io.github.mavenhardening.core.forge.rest.ForgePort.Question;
import io.github.mavenhardening.core.network.Network;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads a project's settings from GitLab. What the forge does not tell is unknown, with its reason: most of them only
 * maintainers see, and groups' only those of the group.
 *
 * @see <a href="https://docs.gitlab.com/api/rest/">GitLab's REST interface</a>
 */
public final class GitLabForge {

    /** What a question to GitLab has beside its address. */
    public static final Dialect DIALECT = new Dialect(List.of("Accept", "application/json"), "PRIVATE-TOKEN", "");

    static final String PROJECTS = "projects/";

    private static final int DEVELOPER = 30;
    private static final int MAINTAINER = 40;

    private final Asker asker;
    private final Consumer<String> progress;

    /**
     * That forge.
     *
     * @param progress takes sentences on what is asked now
     */
    public GitLabForge(Network network, ForgePort port, Consumer<String> progress) {
        this.asker = new Asker(network, port);
        this.progress = progress;
    }

    /**
     * The settings of a project.
     *
     * @param path its path with all its groups
     * @param today the day in UTC
     * @throws IOException when not even the project itself can be read; the message is for the user
     */
    public ForgeSnapshot read(String path, boolean hasToken, LocalDate today) throws IOException {
        progress.accept("Reading the settings of " + path);
        Known<JsonNode> known = asker.object(PROJECTS + Fields.encoded(path));
        if (known.value().isEmpty()) {
            throw new IOException("the project " + path + " cannot be read: " + known.reason());
        }
        JsonNode project = known.value().get();
        String name = project.path("path_with_namespace").asText(path);
        if (!name.equalsIgnoreCase(path)) {
            progress.accept(path + " is called " + name + " now");
        }
        Rights rights = rights(project, hasToken);
        String prefix = PROJECTS + Fields.encoded(name) + "/";
        List<String> groups = groups(project, name);
        prepare(prefix, groups);
        Answers answers = new Answers(asker, rights);
        Known<String> branch = Fields.text(project, "default_branch");
        RefSettings refs = new RefSettings(answers, prefix);
        return ForgeSnapshot.ofGitLab(
                name,
                today,
                rights,
                Fields.text(project, "visibility").map(visibility -> !visibility.equals("public")),
                branch,
                refs.approvals(branch),
                refs.codeOwnerReview(branch),
                answers.list(prefix + "deploy_keys").then(GitLabForge::deployKeys),
                answers.list(prefix + "hooks").then(GitLabForge::hooks),
                settings(project, prefix, groups, answers, refs));
    }

    private static GitLabSettings settings(
            JsonNode project, String prefix, List<String> groups, Answers answers, RefSettings refs) {
        Known<JsonNode> approvals = answers.object(prefix + "approvals");
        VariableSettings variables = new VariableSettings(answers);
        return new GitLabSettings(
                refs.branches(),
                refs.tags(),
                new EnvironmentSettings(answers).read(prefix, groups),
                variables.read(List.of(prefix)),
                variables.read(groups),
                answers.object(prefix + "job_token_scope").then(node -> Fields.flag(node, "inbound_enabled")),
                Fields.flag(project, "ci_push_repository_for_job_token_allowed"),
                new Approvals(
                        approvals.then(node -> Fields.flag(node, "merge_requests_author_approval")),
                        approvals
                                .then(node -> Fields.flag(node, "merge_requests_disable_committers_approval"))
                                .map(isRefused -> !isRefused),
                        approvals
                                .then(node -> Fields.flag(node, "reset_approvals_on_push"))
                                .map(isReset -> !isReset)),
                answers.object(prefix + "push_rule").map(GitLabForge::pushRules),
                answers.list(prefix + "runners").map(GitLabForge::runners),
                Fields.flag(project, "shared_runners_enabled"));
    }

    /** Asks for what does not depend on other answers at once; each answer is kept until it is used. */
    private void prepare(String prefix, List<String> groups) {
        List<Question> questions = new ArrayList<>();
        for (String path : List.of("job_token_scope", "approvals", "push_rule")) {
            questions.add(Question.object(prefix + path));
        }
        for (String path : List.of(
                RefSettings.BRANCHES,
                RefSettings.TAGS,
                RefSettings.APPROVALS,
                EnvironmentSettings.LISTED,
                EnvironmentSettings.PROTECTED,
                VariableSettings.LISTED,
                "deploy_keys",
                "hooks",
                "runners")) {
            questions.add(Question.list(prefix + path, Question.ALL));
        }
        for (String group : groups) {
            questions.add(Question.list(group + VariableSettings.LISTED, Question.ALL));
            questions.add(Question.list(group + EnvironmentSettings.PROTECTED, Question.ALL));
        }
        progress.accept("Asking " + Count.of(questions.size(), "questions"));
        asker.askAll(questions);
    }

    private static Rights rights(JsonNode project, boolean hasToken) {
        JsonNode permissions = project.path("permissions");
        int level = Math.max(
                permissions.path("project_access").path("access_level").asInt(),
                permissions.path("group_access").path("access_level").asInt());
        if (level >= MAINTAINER) {
            return Rights.ADMIN;
        }
        if (level >= DEVELOPER) {
            return Rights.WRITE;
        }
        return hasToken ? Rights.READ : Rights.ANONYMOUS;
    }

    /** The groups that a project is in, the outermost first; a user's own projects are in none. */
    private static List<String> groups(JsonNode project, String name) {
        List<String> groups = new ArrayList<>();
        if (project.path("namespace").path("kind").asText().equals("group")) {
            for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
                groups.add("groups/" + Fields.encoded(name.substring(0, slash)) + "/");
            }
        }
        return groups;
    }

    private static Known<List<DeployKey>> deployKeys(List<JsonNode> nodes) {
        List<DeployKey> keys = new ArrayList<>();
        for (JsonNode node : nodes) {
            Known<Boolean> pushes = Fields.flag(node, "can_push");
            if (pushes.value().isEmpty()) {
                return Known.unknown(Fields.ODD);
            }
            keys.add(new DeployKey(node.path("title").asText(), !pushes.value().get()));
        }
        keys.sort(Comparator.comparing(DeployKey::title).thenComparing(DeployKey::readOnly));
        return Known.of(List.copyOf(keys));
    }

    private static Known<List<Hook>> hooks(List<JsonNode> nodes) {
        List<Hook> hooks = new ArrayList<>();
        for (JsonNode node : nodes) {
            Known<Boolean> verifies = Fields.flag(node, "enable_ssl_verification");
            if (verifies.value().isEmpty()) {
                return Known.unknown(Fields.ODD);
            }
            String url = node.path("url").asText();
            // One that failed for long is not called again until somebody enables it.
            boolean active = !node.path("alert_status").asText().equals("disabled");
            hooks.add(new Hook(Fields.host(url), !verifies.value().get() || url.startsWith("http://"), active));
        }
        hooks.sort(Hook.ORDER);
        return Known.of(List.copyOf(hooks));
    }

    /** The rules that are on: those of true and false; patterns are none of a kind that is judged. */
    private static SortedSet<String> pushRules(JsonNode rules) {
        SortedSet<String> on = new TreeSet<>();
        for (Map.Entry<String, JsonNode> rule : rules.properties()) {
            if (rule.getValue().isBoolean() && rule.getValue().booleanValue()) {
                on.add(rule.getKey());
            }
        }
        return on;
    }

    /** The project's and its groups' own; of the instance's, which are many and others' business, nothing. */
    private static SortedSet<String> runners(List<JsonNode> nodes) {
        SortedSet<String> runners = new TreeSet<>();
        for (JsonNode node : nodes) {
            String type = node.path("runner_type").asText();
            if (!type.equals("instance_type")) {
                runners.add(type + ": "
                        + Optional.of(node.path("description").asText())
                                .filter(text -> !text.isBlank())
                                .orElse("(no description)"));
            }
        }
        return runners;
    }
}
