package io.github.mavenhardening.core.workflow.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.json.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * What a variable lets OpenCode do. The last rule that fits decides, of tools and of a tool's patterns, and what none names is allowed;
 * nobody is there to answer, so that what would be asked is refused. Source: https://opencode.ai/docs/permissions, read in 2026-11.
 */
final class OpenCodePermissions {

    private static final String ALL = "*";
    /** Each command of a script has them; longer ones are not what people write. */
    private static final int MOST_CHARACTERS = 4_000;

    private final JsonNode rules;
    /** Whether what would be asked is allowed. */
    private final boolean isAsked;

    private OpenCodePermissions(JsonNode rules, boolean isAsked) {
        this.rules = rules;
        this.isAsked = isAsked;
    }

    /**
     * The most that it may do.
     *
     * @param text the permissions, or a configuration with them, as JSON
     * @param answersYes whether what would be asked is allowed
     * @return empty where the text is not JSON, or too long to look at
     */
    static Optional<Agent.Power> power(String text, boolean answersYes) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty(); // Silent: what it may do by itself counts then.
        }
        JsonNode read;
        try {
            read = Json.read(text);
        } catch (IOException e) {
            return Optional.empty(); // Silent: the same; OpenCode stops at what is not JSON.
        }
        JsonNode rules = read.has("permission") ? read.get("permission") : read;
        return Optional.of(new OpenCodePermissions(rules, answersYes).power());
    }

    private Agent.Power power() {
        Agent.Power ofCommands = ofCommands(of("bash"));
        if (ofCommands == Agent.Power.COMMANDS) {
            return ofCommands;
        }
        boolean mayAsk = allowsAny(of("webfetch"));
        return allowsAny(of("edit")) ? Agent.Power.EDITS : mayAsk ? Agent.Power.NETWORK : ofCommands;
    }

    /** The rule for a tool; a missing node where there is none. */
    private JsonNode of(String tool) {
        if (rules.isTextual()) {
            return rules;
        }
        JsonNode rule = rules.path(tool);
        for (Map.Entry<String, JsonNode> entry : rules.properties()) {
            if (entry.getKey().equals(tool) || entry.getKey().equals(ALL)) {
                rule = entry.getValue();
            }
        }
        return rule;
    }

    private boolean allows(JsonNode action) {
        return !action.asText("").equals("deny")
                && (isAsked || !action.asText("").equals("ask"));
    }

    private boolean allowsAny(JsonNode rule) {
        if (!rule.isObject()) {
            return allows(rule);
        }
        boolean any = !rule.has(ALL);
        for (JsonNode action : rule) {
            any |= allows(action);
        }
        return any;
    }

    private Agent.Power ofCommands(JsonNode rule) {
        if (!rule.isObject()) {
            return allows(rule) ? Agent.Power.COMMANDS : Agent.Power.LIMITED;
        }
        Agent.Power power = rule.has(ALL) ? Agent.Power.LIMITED : Agent.Power.COMMANDS;
        for (Map.Entry<String, JsonNode> entry : rule.properties()) {
            if (entry.getKey().equals(ALL)) {
                power = allows(entry.getValue()) ? Agent.Power.COMMANDS : Agent.Power.LIMITED;
            } else if (allows(entry.getValue())) {
                power = AgentTools.power("Bash(" + entry.getKey() + ")", power);
            }
        }
        return power;
    }
}
