package io.github.mavenhardening.core.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Actions;
import io.github.mavenhardening.core.forge.ForgeSnapshot.BranchRules;
import io.github.mavenhardening.core.forge.ForgeSnapshot.DeployKey;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Environment;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Hook;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Oidc;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Rights;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Ruleset;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.github.GitHubPort.Question;
import io.github.mavenhardening.core.forge.github.GitHubPort.Reply;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.source.RepositorySlug;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads a repository's settings from GitHub. What the forge does not tell is unknown, with its reason: a 404 means off, not
 * allowed to see, or no such thing, and only an administrator's means off.
 *
 * @see <a href="https://docs.github.com/en/rest">GitHub's REST interface</a>
 */
public final class GitHubForge {

    /** What has an answer of another form than is documented. */
    private static final String ODD = "request failed: the answer is not of the documented form";

    private static final String NOT_OFFERED = "not offered to private repositories on this plan";

    /** The most repositories of actions whose state is asked for. */
    private static final int MAX_ACTIONS = 200;

    private final Network network;
    private final GitHubPort port;
    private final Consumer<String> progress;

    /**
     * That forge.
     *
     * @param progress takes sentences on what is asked now
     */
    public GitHubForge(Network network, GitHubPort port, Consumer<String> progress) {
        this.network = network;
        this.port = port;
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
        Known<JsonNode> known = object("repos/" + slug);
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
        Known<Boolean> isPrivate = flag(repository, "private");
        Known<String> plan =
                isPrivate.is(true) ? plan(repository) : Known.unknown("not asked: the repository is public");
        Known<String> branch = text(repository, "default_branch");
        String prefix = "repos/" + name + "/";
        prepare(prefix, branch);
        Known<SortedMap<String, Environment>> environments =
                environments(prefix, isPrivate.is(true) && plan.is("free"));
        Known<SortedMap<String, Known<String>>> used = used(actions, name);
        return new ForgeSnapshot(
                "github",
                name.toString(),
                today,
                rights,
                isPrivate,
                plan,
                branch,
                actions(prefix),
                environments,
                dated(list(prefix + "actions/secrets", "secrets")),
                names(list(prefix + "actions/organization-secrets", "secrets"), "name"),
                names(list(prefix + "dependabot/secrets", "secrets"), "name"),
                immutableReleases(prefix, rights),
                latestImmutable(prefix),
                rulesets(prefix),
                branchRules(prefix, branch, rights),
                object(prefix + "private-vulnerability-reporting").then(node -> flag(node, "enabled")),
                object(prefix + "actions/oidc/customization/sub").then(GitHubForge::oidc),
                list(prefix + "keys", ".").then(GitHubForge::deployKeys),
                list(prefix + "hooks", ".").then(GitHubForge::hooks),
                used.value().orElseThrow());
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
                .ifPresent(
                        name -> questions.add(Question.object(prefix + "branches/" + encoded(name) + "/protection")));
        questions.add(Question.list(prefix + "actions/secrets", "secrets"));
        questions.add(Question.list(prefix + "actions/organization-secrets", "secrets"));
        questions.add(Question.list(prefix + "dependabot/secrets", "secrets"));
        questions.add(Question.list(prefix + "environments", "environments"));
        questions.add(Question.list(prefix + "keys", "."));
        questions.add(Question.list(prefix + "hooks", "."));
        questions.add(Question.list(prefix + "rulesets?includes_parents=true", "."));
        progress.accept("Asking " + Count.of(questions.size(), "questions"));
        network.ask(port, questions);
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
        return object((isOrganisation ? "orgs/" : "users/")
                        + encoded(owner.path("login").asText()))
                .then(node -> text(node.path("plan"), "name"));
    }

    private Actions actions(String prefix) {
        Known<JsonNode> permissions = object(prefix + "actions/permissions");
        Known<String> allowed = permissions.then(node -> text(node, "allowed_actions"));
        Known<JsonNode> selected = allowed.is("selected")
                ? object(prefix + "actions/permissions/selected-actions")
                : Known.unknown(allowed.value().isPresent() ? "not asked: no actions are selected" : allowed.reason());
        Known<JsonNode> workflow = object(prefix + "actions/permissions/workflow");
        return new Actions(
                permissions.then(node -> flag(node, "enabled")),
                allowed,
                selected.then(node -> flag(node, "github_owned_allowed")),
                selected.then(node -> flag(node, "verified_allowed")),
                selected.then(node -> texts(node.path("patterns_allowed"))),
                permissions.then(node -> flag(node, "sha_pinning_required")),
                workflow.then(node -> text(node, "default_workflow_permissions")),
                workflow.then(node -> flag(node, "can_approve_pull_request_reviews")),
                object(prefix + "actions/permissions/fork-pr-contributor-approval")
                        .then(node -> text(node, "approval_policy")));
    }

    private Known<SortedMap<String, Environment>> environments(String prefix, boolean unprotectable) {
        Known<List<JsonNode>> listed = list(prefix + "environments", "environments");
        if (listed.value().isEmpty()) {
            return Known.unknown(listed.reason());
        }
        List<Question> questions = new ArrayList<>();
        for (JsonNode node : listed.value().get()) {
            String at = prefix + "environments/" + encoded(node.path("name").asText()) + "/";
            questions.add(Question.list(at + "secrets", "secrets"));
            if (node.path("deployment_branch_policy")
                    .path("custom_branch_policies")
                    .asBoolean()) {
                questions.add(Question.list(at + "deployment-branch-policies", "branch_policies"));
            }
        }
        if (!questions.isEmpty()) {
            progress.accept("Asking " + Count.of(questions.size(), "questions") + " about environments");
            network.ask(port, questions);
        }
        SortedMap<String, Environment> environments = new TreeMap<>();
        for (JsonNode node : listed.value().get()) {
            String name = node.path("name").asText();
            if (name.isEmpty()) {
                return Known.unknown(ODD);
            }
            environments.put(name, environment(prefix, name, node, unprotectable));
        }
        return Known.of(environments);
    }

    private Environment environment(String prefix, String name, JsonNode node, boolean unprotectable) {
        String at = prefix + "environments/" + encoded(name) + "/";
        JsonNode rules = node.path("protection_rules");
        Known<SortedMap<String, LocalDate>> secrets = dated(list(at + "secrets", "secrets"));
        if (unprotectable) {
            return new Environment(
                    Known.unknown(NOT_OFFERED),
                    Known.unknown(NOT_OFFERED),
                    Known.unknown(NOT_OFFERED),
                    Known.unknown(NOT_OFFERED),
                    Known.unknown(NOT_OFFERED),
                    secrets);
        }
        if (!rules.isArray()) {
            return new Environment(
                    Known.unknown(ODD),
                    Known.unknown(ODD),
                    flag(node, "can_admins_bypass"),
                    refs(at, node),
                    Known.unknown(ODD),
                    secrets);
        }
        List<String> reviewers = new ArrayList<>();
        List<String> apps = new ArrayList<>();
        boolean preventsSelfReview = false;
        for (JsonNode rule : rules) {
            switch (rule.path("type").asText()) {
                case "required_reviewers" -> {
                    preventsSelfReview = rule.path("prevent_self_review").asBoolean();
                    rule.path("reviewers").forEach(entry -> reviewers.add(reviewer(entry)));
                }
                case "wait_timer", "branch_policy" -> {
                    // Silent: a delay protects nothing, and the refs are asked for by themselves.
                }
                default -> apps.add(rule.path("type").asText());
            }
        }
        Collections.sort(reviewers);
        Collections.sort(apps);
        return new Environment(
                Known.of(List.copyOf(reviewers)),
                Known.of(preventsSelfReview),
                flag(node, "can_admins_bypass"),
                refs(at, node),
                Known.of(List.copyOf(apps)),
                secrets);
    }

    private static String reviewer(JsonNode entry) {
        JsonNode who = entry.path("reviewer");
        return entry.path("type").asText().equals("Team")
                ? "team " + who.path("slug").asText()
                : "user " + who.path("login").asText();
    }

    private Known<List<String>> refs(String at, JsonNode environment) {
        JsonNode policy = environment.path("deployment_branch_policy");
        if (policy.isNull()) {
            return Known.of(List.of(Environment.ANY));
        }
        if (!policy.isObject()) {
            return Known.unknown(ODD);
        }
        if (policy.path("protected_branches").asBoolean()) {
            return Known.of(List.of(Environment.PROTECTED));
        }
        return list(at + "deployment-branch-policies", "branch_policies").map(policies -> {
            SortedSet<String> patterns = new TreeSet<>();
            for (JsonNode entry : policies) {
                String type = entry.path("type").asText("branch");
                patterns.add(type + " " + entry.path("name").asText());
            }
            return List.copyOf(patterns);
        });
    }

    private Known<Boolean> immutableReleases(String prefix, Rights rights) {
        Answer<Reply> answer = ask(Question.object(prefix + "immutable-releases"));
        return isOff(answer, rights) ? Known.of(false) : object(answer).then(node -> flag(node, "enabled"));
    }

    /** Whether a 404 says that there is no such thing: to an administrator alone, from whom nothing is hidden. */
    private static boolean isOff(Answer<Reply> answer, Rights rights) {
        return rights == Rights.ADMIN && answer.value().map(Reply::status).orElse(0) == 404;
    }

    private Known<Boolean> latestImmutable(String prefix) {
        Known<JsonNode> latest = object(prefix + "releases/latest");
        return latest.value().isEmpty() && latest.reason().contains("(404)")
                ? Known.unknown("there is no release")
                : latest.then(node -> flag(node, "immutable"));
    }

    private Known<List<Ruleset>> rulesets(String prefix) {
        Known<List<JsonNode>> listed = list(prefix + "rulesets?includes_parents=true", ".");
        if (listed.value().isEmpty()) {
            return Known.unknown(listed.reason());
        }
        List<Question> questions = new ArrayList<>();
        for (JsonNode node : listed.value().get()) {
            questions.add(Question.object(prefix + "rulesets/" + node.path("id").asLong()));
        }
        Map<Question, Answer<Reply>> answers = network.ask(port, questions);
        List<Ruleset> rulesets = new ArrayList<>();
        for (Answer<Reply> answer : answers.values()) {
            Known<JsonNode> known = object(answer);
            if (known.value().isEmpty()) {
                return Known.unknown("one of them: " + known.reason());
            }
            rulesets.add(ruleset(known.value().get()));
        }
        rulesets.sort(Comparator.comparing(Ruleset::target).thenComparing(Ruleset::name));
        return Known.of(List.copyOf(rulesets));
    }

    private static Ruleset ruleset(JsonNode node) {
        JsonNode refs = node.path("conditions").path("ref_name");
        SortedSet<String> rules = new TreeSet<>();
        node.path("rules").forEach(rule -> rules.add(rule.path("type").asText()));
        return new Ruleset(
                node.path("name").asText(),
                node.path("target").asText(),
                node.path("enforcement").asText(),
                texts(refs.path("include")).value().orElse(List.of()),
                texts(refs.path("exclude")).value().orElse(List.of()),
                List.copyOf(rules),
                bypass(node.path("bypass_actors")));
    }

    private static Known<List<String>> bypass(JsonNode actors) {
        if (!actors.isArray()) {
            return Known.unknown("shown only to those who may write the ruleset");
        }
        SortedSet<String> names = new TreeSet<>();
        for (JsonNode actor : actors) {
            String id = actor.path("actor_id").asText("");
            names.add(actor.path("actor_type").asText() + (id.isEmpty() || id.equals("null") ? "" : " " + id) + " "
                    + actor.path("bypass_mode").asText());
        }
        return Known.of(List.copyOf(names));
    }

    /** Rulesets and the older protection add up: the strictest holds. */
    private BranchRules branchRules(String prefix, Known<String> branch, Rights rights) {
        if (branch.value().isEmpty()) {
            return new BranchRules(
                    Known.unknown(branch.reason()), Known.unknown(branch.reason()), Known.unknown(branch.reason()));
        }
        String name = encoded(branch.value().get());
        Known<List<JsonNode>> inForce = list(prefix + "rules/branches/" + name, ".");
        if (inForce.value().isEmpty()) {
            return new BranchRules(
                    Known.unknown(inForce.reason()), Known.unknown(inForce.reason()), Known.unknown(inForce.reason()));
        }
        int approvals = 0;
        boolean codeOwners = false;
        SortedSet<String> checks = new TreeSet<>();
        for (JsonNode rule : inForce.value().get()) {
            JsonNode parameters = rule.path("parameters");
            approvals = Math.max(
                    approvals,
                    parameters.path("required_approving_review_count").asInt());
            codeOwners |= parameters.path("require_code_owner_review").asBoolean();
            parameters
                    .path("required_status_checks")
                    .forEach(check -> checks.add(check.path("context").asText()));
        }
        Answer<Reply> old = ask(Question.object(prefix + "branches/" + name + "/protection"));
        Known<JsonNode> protection = object(old);
        if (protection.value().isPresent()) {
            JsonNode reviews = protection.value().get().path("required_pull_request_reviews");
            approvals = Math.max(
                    approvals, reviews.path("required_approving_review_count").asInt());
            codeOwners |= reviews.path("require_code_owner_reviews").asBoolean();
            JsonNode required = protection.value().get().path("required_status_checks");
            required.path("contexts").forEach(check -> checks.add(check.asText()));
        } else if (!isOff(old, rights)) {
            // What the rulesets do not demand the older protection may.
            String reason = "the rulesets do not demand it, and the branch's older protection is not known: "
                    + protection.reason();
            return new BranchRules(
                    approvals > 0 ? Known.of(approvals) : Known.unknown(reason),
                    codeOwners ? Known.of(true) : Known.unknown(reason),
                    Known.unknown(reason));
        }
        return new BranchRules(
                Known.of(approvals), Known.of(codeOwners), Known.of(Collections.unmodifiableSortedSet(checks)));
    }

    private static Known<Oidc> oidc(JsonNode node) {
        return flag(node, "use_default")
                .map(isDefault -> new Oidc(
                        isDefault,
                        texts(node.path("include_claim_keys")).value().orElse(List.of()),
                        flag(node, "use_immutable_subject")));
    }

    private static Known<List<DeployKey>> deployKeys(List<JsonNode> nodes) {
        List<DeployKey> keys = new ArrayList<>();
        for (JsonNode node : nodes) {
            Known<Boolean> readOnly = flag(node, "read_only");
            if (readOnly.value().isEmpty()) {
                return Known.unknown(ODD);
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
                return Known.unknown(ODD);
            }
            String insecure = config.path("insecure_ssl").asText("0");
            hooks.add(new Hook(
                    host(config.path("url").asText()),
                    !insecure.equals("0") || config.path("url").asText().startsWith("http://"),
                    node.path("active").asBoolean()));
        }
        hooks.sort(Comparator.comparing(Hook::host)
                .thenComparing(Hook::insecureTls)
                .thenComparing(Hook::active));
        return Known.of(List.copyOf(hooks));
    }

    private static String host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).orElse("(no host)");
        } catch (IllegalArgumentException e) {
            // Silent: the name says it.
            return "(no host)";
        }
    }

    private Known<SortedMap<String, Known<String>>> used(Collection<RepositorySlug> actions, RepositorySlug own) {
        Set<String> names = new LinkedHashSet<>();
        for (RepositorySlug action : actions) {
            if (!action.same(own.owner(), own.name())) {
                names.add(action.toString().toLowerCase(Locale.ROOT));
            }
        }
        List<String> asked = new ArrayList<>(new TreeSet<>(names));
        List<String> left = asked.size() > MAX_ACTIONS ? asked.subList(MAX_ACTIONS, asked.size()) : List.of();
        SortedMap<String, Known<String>> states = new TreeMap<>();
        left.forEach(name -> states.put(name, Known.unknown("not asked: there are more than " + MAX_ACTIONS)));
        asked.removeAll(Set.copyOf(left));
        progress.accept("Asking about " + Count.of(asked.size(), "repositories") + " of actions");
        List<Question> questions =
                asked.stream().map(name -> Question.object("repos/" + name)).toList();
        Map<Question, Answer<Reply>> answers = network.ask(port, questions);
        for (Map.Entry<Question, Answer<Reply>> answer : answers.entrySet()) {
            String name = answer.getKey().path().substring("repos/".length());
            states.put(name, object(answer.getValue()).map(GitHubForge::state));
        }
        return Known.of(states);
    }

    private static String state(JsonNode repository) {
        if (repository.path("archived").asBoolean()) {
            return "archived";
        }
        return repository.path("disabled").asBoolean() ? "disabled" : "active";
    }

    /** Names in upper case, in which GitHub has those of secrets, with the day of their last change. */
    private static Known<SortedMap<String, LocalDate>> dated(Known<List<JsonNode>> listed) {
        return listed.then(nodes -> {
            SortedMap<String, LocalDate> dated = new TreeMap<>();
            for (JsonNode node : nodes) {
                String moment = node.path("updated_at").asText();
                try {
                    dated.put(
                            node.path("name").asText().toUpperCase(Locale.ROOT),
                            LocalDate.parse(moment.substring(0, Math.min(10, moment.length()))));
                } catch (DateTimeParseException e) {
                    // Silent: that it is of no known form is what the answer says.
                    return Known.unknown(ODD);
                }
            }
            return Known.of(Collections.unmodifiableSortedMap(dated));
        });
    }

    private static Known<SortedSet<String>> names(Known<List<JsonNode>> listed, String member) {
        return listed.map(nodes -> {
            SortedSet<String> names = new TreeSet<>();
            nodes.forEach(node -> names.add(node.path(member).asText().toUpperCase(Locale.ROOT)));
            return Collections.unmodifiableSortedSet(names);
        });
    }

    private static Known<Boolean> flag(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isBoolean() ? Known.of(value.booleanValue()) : Known.unknown("the forge does not tell");
    }

    private static Known<String> text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isTextual() ? Known.of(value.textValue()) : Known.unknown("the forge does not tell");
    }

    private static Known<List<String>> texts(JsonNode node) {
        if (!node.isArray()) {
            return Known.unknown("the forge does not tell");
        }
        SortedSet<String> texts = new TreeSet<>();
        node.forEach(text -> texts.add(text.asText()));
        return Known.of(List.copyOf(texts));
    }

    private Answer<Reply> ask(Question question) {
        return network.ask(port, List.of(question)).get(question);
    }

    private Known<JsonNode> object(String path) {
        return object(ask(Question.object(path)));
    }

    private static Known<JsonNode> object(Answer<Reply> answer) {
        return items(answer).then(items -> items.get(0).isObject() ? Known.of(items.get(0)) : Known.unknown(ODD));
    }

    private Known<List<JsonNode>> list(String path, String items) {
        return items(ask(Question.list(path, items)));
    }

    private static Known<List<JsonNode>> items(Answer<Reply> answer) {
        if (answer.value().isEmpty()) {
            return Known.unknown("request failed: " + answer.problem());
        }
        Reply reply = answer.value().get();
        return reply.isOk() ? Known.of(reply.items()) : Known.unknown(reply.reason());
    }

    /** A name as a part of a path: nothing in it, a slash included, leads elsewhere. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
