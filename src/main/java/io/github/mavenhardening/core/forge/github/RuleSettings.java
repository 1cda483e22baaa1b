package io.github.mavenhardening.core.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.forge.ForgeSnapshot.BranchRules;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Rights;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Ruleset;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.rest.Asker;
import io.github.mavenhardening.core.forge.rest.Fields;
import io.github.mavenhardening.core.forge.rest.ForgePort.Question;
import io.github.mavenhardening.core.forge.rest.ForgePort.Reply;
import io.github.mavenhardening.core.network.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads rulesets, and what they and the older protection of branches demand of the default branch together. */
final class RuleSettings {

    private final Asker asker;

    RuleSettings(Asker asker) {
        this.asker = asker;
    }

    Known<List<Ruleset>> rulesets(String prefix) {
        Known<List<JsonNode>> listed = asker.list(prefix + "rulesets?includes_parents=true", ".");
        if (listed.value().isEmpty()) {
            return Known.unknown(listed.reason());
        }
        List<Question> questions = new ArrayList<>();
        for (JsonNode node : listed.value().get()) {
            questions.add(Question.object(prefix + "rulesets/" + node.path("id").asLong()));
        }
        Map<Question, Answer<Reply>> answers = asker.askAll(questions);
        List<Ruleset> rulesets = new ArrayList<>();
        for (Answer<Reply> answer : answers.values()) {
            Known<JsonNode> known = Asker.object(answer);
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
                Fields.texts(refs.path("include")).value().orElse(List.of()),
                Fields.texts(refs.path("exclude")).value().orElse(List.of()),
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
    BranchRules branchRules(String prefix, Known<String> branch, Rights rights) {
        if (branch.value().isEmpty()) {
            return new BranchRules(
                    Known.unknown(branch.reason()), Known.unknown(branch.reason()), Known.unknown(branch.reason()));
        }
        String name = Fields.encoded(branch.value().get());
        Known<List<JsonNode>> inForce = asker.list(prefix + "rules/branches/" + name, ".");
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
        Answer<Reply> old = asker.ask(Question.object(prefix + "branches/" + name + "/protection"));
        Known<JsonNode> protection = Asker.object(old);
        if (protection.value().isPresent()) {
            JsonNode reviews = protection.value().get().path("required_pull_request_reviews");
            approvals = Math.max(
                    approvals, reviews.path("required_approving_review_count").asInt());
            codeOwners |= reviews.path("require_code_owner_reviews").asBoolean();
            JsonNode required = protection.value().get().path("required_status_checks");
            required.path("contexts").forEach(check -> checks.add(check.asText()));
        } else if (!Asker.isOff(old, rights)) {
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
}
