package io.github.mavenhardening.core.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.forge.GitLabSettings;
import io.github.mavenhardening.core.forge.GitLabSettings.Deployment;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.rest.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads deployment environments with what protects them: the project's rules by their names, their groups' by their tiers.
 * Those of branches under review come and go, so that only what is protected or for production or staging is listed.
 */
final class EnvironmentSettings {

    /** After the path of a project; of both, and of groups, the second. */
    static final String LISTED = "environments?states=available";

    static final String PROTECTED = "protected_environments";

    private static final Set<String> LASTING = Set.of("production", "staging");

    private final Answers answers;

    EnvironmentSettings(Answers answers) {
        this.answers = answers;
    }

    /**
     * The environments of a project.
     *
     * @param prefix the path of the project, with a slash at its end
     * @param groups the paths of its groups, each with a slash at its end
     */
    Known<SortedMap<String, Deployment>> read(String prefix, List<String> groups) {
        Known<List<JsonNode>> listed = answers.list(prefix + LISTED);
        if (listed.value().isEmpty()) {
            return Known.unknown(listed.reason());
        }
        Map<String, List<JsonNode>> byName = new HashMap<>();
        Map<String, List<JsonNode>> byTier = new HashMap<>();
        Optional<String> problem = add(answers.list(prefix + PROTECTED), byName);
        for (String group : groups) {
            Optional<String> ofGroup = add(answers.list(group + PROTECTED), byTier);
            problem = problem.isPresent() ? problem : ofGroup;
        }
        SortedMap<String, Deployment> environments = new TreeMap<>();
        for (JsonNode node : listed.value().get()) {
            String name = node.path("name").asText();
            if (name.isEmpty()) {
                return Known.unknown(Fields.ODD);
            }
            Known<String> tier = Fields.text(node, "tier");
            List<JsonNode> rules = new ArrayList<>(byName.getOrDefault(name, List.of()));
            rules.addAll(byTier.getOrDefault(tier.value().orElse(""), List.of()));
            if (!rules.isEmpty()
                    || tier.value().isEmpty()
                    || LASTING.contains(tier.value().get())) {
                environments.put(name, deployment(tier, rules, problem));
            }
        }
        return Known.of(Collections.unmodifiableSortedMap(environments));
    }

    /** Sorts rules by what they are about; why they are unknown, where they are. */
    private static Optional<String> add(Known<List<JsonNode>> rules, Map<String, List<JsonNode>> to) {
        for (JsonNode rule : rules.value().orElse(List.of())) {
            to.computeIfAbsent(rule.path("name").asText(), name -> new ArrayList<>())
                    .add(rule);
        }
        return rules.value().isPresent() ? Optional.empty() : Optional.of(rules.reason());
    }

    /** The project's own rule says who may deploy, where it has one; a group's binds as well, and so do its approvals. */
    private static Deployment deployment(Known<String> tier, List<JsonNode> rules, Optional<String> problem) {
        if (rules.isEmpty()) {
            return problem.isPresent()
                    ? new Deployment(tier, Known.unknown(problem.get()), Known.unknown(problem.get()))
                    : new Deployment(tier, Known.of(List.of(GitLabSettings.EVERYONE)), Known.of(0));
        }
        int approvals = 0;
        for (JsonNode rule : rules) {
            approvals = Math.max(approvals, rule.path("required_approval_count").asInt());
            for (JsonNode more : rule.path("approval_rules")) {
                approvals = Math.max(approvals, more.path("required_approvals").asInt());
            }
        }
        JsonNode levels = rules.get(0).path("deploy_access_levels");
        return new Deployment(
                tier,
                levels.isArray() ? Known.of(AccessLevels.names(levels)) : Known.unknown(Fields.ODD),
                Known.of(approvals));
    }
}
