package io.github.mavenhardening.core.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Environment;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.rest.Asker;
import io.github.mavenhardening.core.forge.rest.Fields;
import io.github.mavenhardening.core.forge.rest.ForgePort.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads deployment environments, with their rules and the names of their secrets. */
final class EnvironmentSettings {

    private static final String APPS = "deployment_protection_rules";
    private static final String APPS_LIST = "custom_deployment_protection_rules";
    private static final String NOT_OFFERED = "not offered to private repositories on this plan";

    private final Asker asker;
    private final Consumer<String> progress;

    EnvironmentSettings(Asker asker, Consumer<String> progress) {
        this.asker = asker;
        this.progress = progress;
    }

    /**
     * The environments of a repository.
     *
     * @param prefix the path of the repository, with a slash at its end
     * @param unprotectable whether the owner's plan has no rules for this repository
     */
    Known<SortedMap<String, Environment>> read(String prefix, boolean unprotectable) {
        Known<List<JsonNode>> listed = asker.list(prefix + "environments", "environments");
        if (listed.value().isEmpty()) {
            return Known.unknown(listed.reason());
        }
        List<Question> questions = new ArrayList<>();
        for (JsonNode node : listed.value().get()) {
            String at =
                    prefix + "environments/" + Fields.encoded(node.path("name").asText()) + "/";
            questions.add(Question.list(at + "secrets", "secrets"));
            questions.add(Question.list(at + APPS, APPS_LIST));
            if (node.path("deployment_branch_policy")
                    .path("custom_branch_policies")
                    .asBoolean()) {
                questions.add(Question.list(at + "deployment-branch-policies", "branch_policies"));
            }
        }
        if (!questions.isEmpty()) {
            progress.accept("Asking " + Count.of(questions.size(), "questions") + " about environments");
            asker.askAll(questions);
        }
        SortedMap<String, Environment> environments = new TreeMap<>();
        for (JsonNode node : listed.value().get()) {
            String name = node.path("name").asText();
            if (name.isEmpty()) {
                return Known.unknown(Fields.ODD);
            }
            environments.put(name, environment(prefix, name, node, unprotectable));
        }
        return Known.of(environments);
    }

    private Environment environment(String prefix, String name, JsonNode node, boolean unprotectable) {
        String at = prefix + "environments/" + Fields.encoded(name) + "/";
        JsonNode rules = node.path("protection_rules");
        Known<SortedMap<String, LocalDate>> secrets = Fields.dated(asker.list(at + "secrets", "secrets"));
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
                    Known.unknown(Fields.ODD),
                    Known.unknown(Fields.ODD),
                    Fields.flag(node, "can_admins_bypass"),
                    refs(at, node),
                    apps(at),
                    secrets);
        }
        List<String> reviewers = new ArrayList<>();
        boolean preventsSelfReview = false;
        for (JsonNode rule : rules) {
            // Of the others, a delay protects nothing, and refs and apps are asked for by themselves.
            if (rule.path("type").asText().equals("required_reviewers")) {
                preventsSelfReview = rule.path("prevent_self_review").asBoolean();
                rule.path("reviewers").forEach(entry -> reviewers.add(reviewer(entry)));
            }
        }
        Collections.sort(reviewers);
        return new Environment(
                Known.of(List.copyOf(reviewers)),
                Known.of(preventsSelfReview),
                Fields.flag(node, "can_admins_bypass"),
                refs(at, node),
                apps(at),
                secrets);
    }

    private static String reviewer(JsonNode entry) {
        JsonNode who = entry.path("reviewer");
        return entry.path("type").asText().equals("Team")
                ? "team " + who.path("slug").asText()
                : "user " + who.path("login").asText();
    }

    /** The apps whose rules are on. */
    private Known<List<String>> apps(String at) {
        return asker.list(at + APPS, APPS_LIST).map(rules -> {
            SortedSet<String> apps = new TreeSet<>();
            for (JsonNode rule : rules) {
                if (rule.path("enabled").asBoolean()) {
                    apps.add(rule.path("app").path("slug").asText());
                }
            }
            return List.copyOf(apps);
        });
    }

    private Known<List<String>> refs(String at, JsonNode environment) {
        JsonNode policy = environment.path("deployment_branch_policy");
        if (policy.isNull()) {
            return Known.of(List.of(Environment.ANY));
        }
        if (!policy.isObject()) {
            return Known.unknown(Fields.ODD);
        }
        if (policy.path("protected_branches").asBoolean()) {
            return Known.of(List.of(Environment.PROTECTED));
        }
        return asker.list(at + "deployment-branch-policies", "branch_policies").map(policies -> {
            SortedSet<String> patterns = new TreeSet<>();
            for (JsonNode entry : policies) {
                String type = entry.path("type").asText("branch");
                patterns.add(type + " " + entry.path("name").asText());
            }
            return List.copyOf(patterns);
        });
    }
}
