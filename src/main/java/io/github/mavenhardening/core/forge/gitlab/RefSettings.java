package io.github.mavenhardening.core.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.forge.GitLabSettings.Branch;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.ProtectedRefs;
import io.github.mavenhardening.core.forge.rest.Fields;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads protected branches and tags, and what all of it demands of a change to the default branch. */
final class RefSettings {

    static final String BRANCHES = "protected_branches";
    static final String TAGS = "protected_tags";
    static final String APPROVALS = "approval_rules";

    private final Answers answers;
    private final String prefix;

    /**
     * Those of a project.
     *
     * @param prefix its path, with a slash at its end
     */
    RefSettings(Answers answers, String prefix) {
        this.answers = answers;
        this.prefix = prefix;
    }

    Known<SortedMap<String, Branch>> branches() {
        return answers.list(prefix + BRANCHES).then(nodes -> {
            SortedMap<String, Branch> branches = new TreeMap<>();
            for (JsonNode node : nodes) {
                JsonNode push = node.path("push_access_levels");
                JsonNode merge = node.path("merge_access_levels");
                if (!push.isArray() || !merge.isArray()) {
                    return Known.unknown(Fields.ODD);
                }
                branches.put(
                        node.path("name").asText(),
                        new Branch(
                                AccessLevels.names(push),
                                AccessLevels.names(merge),
                                Fields.flag(node, "allow_force_push"),
                                Fields.flag(node, "code_owner_approval_required")));
            }
            return Known.of(Collections.unmodifiableSortedMap(branches));
        });
    }

    Known<SortedMap<String, List<String>>> tags() {
        return answers.list(prefix + TAGS).then(nodes -> {
            SortedMap<String, List<String>> tags = new TreeMap<>();
            for (JsonNode node : nodes) {
                JsonNode create = node.path("create_access_levels");
                if (!create.isArray()) {
                    return Known.unknown(Fields.ODD);
                }
                tags.put(node.path("name").asText(), AccessLevels.names(create));
            }
            return Known.of(Collections.unmodifiableSortedMap(tags));
        });
    }

    /** Whether a rule of the default branch demands the review of code owners: one that does is enough. */
    Known<Boolean> codeOwnerReview(Known<String> defaultBranch) {
        return defaultBranch.then(name -> branches().then(branches -> {
            Known<Boolean> required = Known.of(false);
            for (Branch rule : ProtectedRefs.of(branches, name)) {
                if (rule.codeOwnerReview().is(true)) {
                    return rule.codeOwnerReview();
                }
                required = rule.codeOwnerReview().value().isPresent() ? required : rule.codeOwnerReview();
            }
            return required;
        }));
    }

    /** How many must approve a change of the default branch: the most that a rule about it demands. */
    Known<Integer> approvals(Known<String> defaultBranch) {
        return defaultBranch.then(name -> answers.list(prefix + APPROVALS).then(rules -> {
            int most = 0;
            for (JsonNode rule : rules) {
                JsonNode required = rule.path("approvals_required");
                if (!required.isInt()) {
                    return Known.unknown(Fields.ODD);
                }
                most = isAbout(rule, name) ? Math.max(most, required.intValue()) : most;
            }
            return Known.of(most);
        }));
    }

    /** A rule that names no branches is about all. */
    private static boolean isAbout(JsonNode rule, String branch) {
        JsonNode named = rule.path("protected_branches");
        if (named.isEmpty() || rule.path("applies_to_all_protected_branches").asBoolean()) {
            return true;
        }
        for (JsonNode one : named) {
            if (ProtectedRefs.fits(one.path("name").asText(), branch)) {
                return true;
            }
        }
        return false;
    }
}
