package io.github.mavenhardening.core.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Actions;
import io.github.mavenhardening.core.forge.ForgeSnapshot.DeployKey;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Environment;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Hook;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Oidc;
import io.github.mavenhardening.core.forge.ForgeSnapshot.PrivateForks;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Rights;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.rest.Asker;
import io.github.mavenhardening.core.forge.rest.Dialect;
import io.github.mavenhardening.core.forge.rest.Fields;
import io.github.mavenhardening.core.forge.rest.ForgePort;
import io.github.mavenhardening.core.forge.rest.ForgePort.Question;
import io.github.mavenhardening.core.forge.rest.ForgePort.Reply;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.source.RepositorySlug;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Reads a repository's settings from GitHub. What the forge does not tell is unknown, with its reason: a 404 means off, not
 * allowed to see, or no such thing, and only an administrator's means off.
 *
 * @see <a href="https://docs.github.com/en/rest">GitHub's REST interface</a>
 */
public final class GitHubForge {

    /** What a question to GitHub has beside its address. */
    public static final Dialect DIALECT = new Dialect(
            List.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28"),
            "Authorization",
            "Bearer ");

    private static final List<String> PRIVATE_FORKS = List.of(
            "run_workflows_from_fork_pull_requests",
            "send_write_tokens_to_workflows",
            "send_secrets_and_variables",
            "require_approval_for_fork_pr_workflows");

    private final Asker asker;
    private final Consumer<String> progress;

    /**
     * That forge.
     *
     * @param progress takes sentences on what is asked now
     */
    public GitHubForge(Network network, ForgePort port, Consumer<String> progress) {
        this.asker = new Asker(network, port);
        this.progress = progress;
    }

    /**
     * The settings of a repository.
     *
     * @param actions the repositories that its workflows use
     * @param today the day in UTC
     * @throws IOException when not even the repository itself can be read; the message is for the user
     */
    public ForgeSnapshot read(
            RepositorySlug slug, Collection<RepositorySlug> actions, boolean hasToken, LocalDate today)
            throws IOException {
        progress.accept("Reading the settings of " + slug);
        Known<JsonNode> known = asker.object("repos/" + slug);
        if (known.value().isEmpty()) {
            throw new IOException("the repository " + slug + " cannot be read: " + known.reason());
        }
        JsonNode repository = known.value().get();
        RepositorySlug name =
                RepositorySlug.parse(repository.path("full_name").asText()).orElse(slug);
        if (!name.same(slug.owner(), slug.name())) {
            progress.accept(slug + " is called " + name + " now");
        }
        Rights rights = rights(repository, hasToken);
        Known<Boolean> isPrivate = Fields.flag(repository, "private");
        Known<String> plan =
                isPrivate.is(true) ? plan(repository) : Known.unknown("not asked: the repository is public");
        Known<String> branch = Fields.text(repository, "default_branch");
        String prefix = "repos/" + name + "/";
        prepare(prefix, branch);
        Known<SortedMap<String, Environment>> environments =
                new EnvironmentSettings(asker, progress).read(prefix, isPrivate.is(true) && plan.is("free"));
        RuleSettings rules = new RuleSettings(asker);
        return new ForgeSnapshot(
                ForgeSnapshot.GITHUB,
                name.toString(),
                today,
                rights,
                isPrivate,
                plan,
                branch,
                actions(prefix, isPrivate),
                environments,
                Fields.dated(asker.list(prefix + "actions/secrets", "secrets")),
                Fields.names(asker.list(prefix + "actions/organization-secrets", "secrets"), "name"),
                Fields.names(asker.list(prefix + "dependabot/secrets", "secrets"), "name"),
                immutableReleases(prefix, rights),
                latestImmutable(prefix),
                rules.rulesets(prefix),
                rules.branchRules(prefix, branch, rights),
                asker.object(prefix + "private-vulnerability-reporting").then(node -> Fields.flag(node, "enabled")),
                asker.object(prefix + "actions/oidc/customization/sub").then(GitHubForge::oidc),
                asker.list(prefix + "keys", ".").then(GitHubForge::deployKeys),
                asker.list(prefix + "hooks", ".").then(GitHubForge::hooks),
                new UsedActions(asker, progress).read(actions, name),
                Optional.empty());
    }

    /** Asks for what does not depend on other answers at once; each answer is kept until it is used. */
    private void prepare(String prefix, Known<String> branch) {
        List<Question> questions = new ArrayList<>();
        for (String path : List.of(
                "actions/permissions",
                "actions/permissions/workflow",
                "actions/permissions/fork-pr-contributor-approval",
                "immutable-releases",
                "releases/latest",
                "private-vulnerability-reporting",
                "actions/oidc/customization/sub")) {
            questions.add(Question.object(prefix + path));
        }
        branch.value()
                .ifPresent(name ->
                        questions.add(Question.object(prefix + "branches/" + Fields.encoded(name) + "/protection")));
        questions.add(Question.list(prefix + "actions/secrets", "secrets"));
        questions.add(Question.list(prefix + "actions/organization-secrets", "secrets"));
        questions.add(Question.list(prefix + "dependabot/secrets", "secrets"));
        questions.add(Question.list(prefix + "environments", "environments"));
        questions.add(Question.list(prefix + "keys", "."));
        questions.add(Question.list(prefix + "hooks", "."));
        questions.add(Question.list(prefix + "rulesets?includes_parents=true", "."));
        progress.accept("Asking " + Count.of(questions.size(), "questions"));
        asker.askAll(questions);
    }

    private static Rights rights(JsonNode repository, boolean hasToken) {
        JsonNode permissions = repository.path("permissions");
        if (permissions.path("admin").asBoolean()) {
            return Rights.ADMIN;
        }
        if (permissions.path("push").asBoolean()) {
            return Rights.WRITE;
        }
        return hasToken ? Rights.READ : Rights.ANONYMOUS;
    }

    private Known<String> plan(JsonNode repository) {
        JsonNode owner = repository.path("owner");
        boolean isOrganisation = owner.path("type").asText().equals("Organization");
        return asker.object((isOrganisation ? "orgs/" : "users/")
                        + Fields.encoded(owner.path("login").asText()))
                .then(node -> Fields.text(node.path("plan"), "name"));
    }

    private Actions actions(String prefix, Known<Boolean> isPrivate) {
        Known<JsonNode> permissions = asker.object(prefix + "actions/permissions");
        Known<String> allowed = permissions.then(node -> Fields.text(node, "allowed_actions"));
        Known<JsonNode> selected = allowed.is("selected")
                ? asker.object(prefix + "actions/permissions/selected-actions")
                : Known.unknown(allowed.value().isPresent() ? "not asked: no actions are selected" : allowed.reason());
        Known<JsonNode> workflow = asker.object(prefix + "actions/permissions/workflow");
        return new Actions(
                permissions.then(node -> Fields.flag(node, "enabled")),
                allowed,
                selected.then(node -> Fields.flag(node, "github_owned_allowed")),
                selected.then(node -> Fields.flag(node, "verified_allowed")),
                selected.then(node -> Fields.texts(node.path("patterns_allowed"))),
                permissions.then(node -> Fields.flag(node, "sha_pinning_required")),
                workflow.then(node -> Fields.text(node, "default_workflow_permissions")),
                workflow.then(node -> Fields.flag(node, "can_approve_pull_request_reviews")),
                asker.object(prefix + "actions/permissions/fork-pr-contributor-approval")
                        .then(node -> Fields.text(node, "approval_policy")),
                isPrivate.is(false)
                        ? Known.unknown("not asked: the repository is public")
                        : asker.object(prefix + "actions/permissions/fork-pr-workflows-private-repos")
                                .then(GitHubForge::privateForks));
    }

    private static Known<PrivateForks> privateForks(JsonNode node) {
        for (String member : PRIVATE_FORKS) {
            if (!node.path(member).isBoolean()) {
                return Known.unknown(Fields.ODD);
            }
        }
        return Known.of(new PrivateForks(
                node.path(PRIVATE_FORKS.get(0)).booleanValue(),
                node.path(PRIVATE_FORKS.get(1)).booleanValue(),
                node.path(PRIVATE_FORKS.get(2)).booleanValue(),
                node.path(PRIVATE_FORKS.get(3)).booleanValue()));
    }

    private Known<Boolean> immutableReleases(String prefix, Rights rights) {
        Answer<Reply> answer = asker.ask(Question.object(prefix + "immutable-releases"));
        return Asker.isOff(answer, rights)
                ? Known.of(false)
                : Asker.object(answer).then(node -> Fields.flag(node, "enabled"));
    }

    private Known<Boolean> latestImmutable(String prefix) {
        Known<JsonNode> latest = asker.object(prefix + "releases/latest");
        return latest.value().isEmpty() && latest.reason().contains("(404)")
                ? Known.unknown("there is no release, or not allowed to see it (404)")
                : latest.then(node -> Fields.flag(node, "immutable"));
    }

    private static Known<Oidc> oidc(JsonNode node) {
        return Fields.flag(node, "use_default")
                .map(isDefault -> new Oidc(
                        isDefault,
                        Fields.texts(node.path("include_claim_keys")).value().orElse(List.of()),
                        Fields.flag(node, "use_immutable_subject")));
    }

    private static Known<List<DeployKey>> deployKeys(List<JsonNode> nodes) {
        List<DeployKey> keys = new ArrayList<>();
        for (JsonNode node : nodes) {
            Known<Boolean> readOnly = Fields.flag(node, "read_only");
            if (readOnly.value().isEmpty()) {
                return Known.unknown(Fields.ODD);
            }
            keys.add(new DeployKey(node.path("title").asText(), readOnly.value().get()));
        }
        keys.sort(Comparator.comparing(DeployKey::title).thenComparing(DeployKey::readOnly));
        return Known.of(List.copyOf(keys));
    }

    private static Known<List<Hook>> hooks(List<JsonNode> nodes) {
        List<Hook> hooks = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonNode config = node.path("config");
            if (!config.isObject()) {
                return Known.unknown(Fields.ODD);
            }
            String insecure = config.path("insecure_ssl").asText("0");
            hooks.add(new Hook(
                    Fields.host(config.path("url").asText()),
                    !insecure.equals("0") || config.path("url").asText().startsWith("http://"),
                    node.path("active").asBoolean()));
        }
        hooks.sort(Hook.ORDER);
        return Known.of(List.copyOf(hooks));
    }
}
