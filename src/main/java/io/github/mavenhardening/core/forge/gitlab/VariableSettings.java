package io.github.mavenhardening.core.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.forge.GitLabSettings.Variable;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.rest.Fields;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what CI/CD variables there are and who gets them. Their values, which stand beside that, are not looked at. */
final class VariableSettings {

    static final String LISTED = "variables";

    private final Answers answers;

    VariableSettings(Answers answers) {
        this.answers = answers;
    }

    /**
     * The variables of a project, or of groups, of which the innermost counts.
     *
     * @param prefixes the paths of whose they are, each with a slash at its end
     */
    Known<SortedMap<String, Variable>> read(List<String> prefixes) {
        SortedMap<String, Variable> variables = new TreeMap<>();
        for (String prefix : prefixes) {
            Known<List<JsonNode>> listed = answers.list(prefix + LISTED);
            if (listed.value().isEmpty()) {
                return Known.unknown(listed.reason());
            }
            for (JsonNode node : listed.value().get()) {
                boolean isOdd = !node.path("key").isTextual()
                        || !node.path("protected").isBoolean()
                        || !node.path("masked").isBoolean();
                if (isOdd) {
                    return Known.unknown(Fields.ODD);
                }
                Variable variable = new Variable(
                        node.path("key").textValue(),
                        // Groups of a plan without scopes have none: every job gets their variables.
                        node.path("environment_scope").asText("*"),
                        node.path("protected").booleanValue(),
                        node.path("masked").booleanValue(),
                        node.path("hidden").asBoolean(),
                        node.path("variable_type").asText("env_var"));
                variables.put(variable.key(), variable);
            }
        }
        return Known.of(Collections.unmodifiableSortedMap(variables));
    }
}
