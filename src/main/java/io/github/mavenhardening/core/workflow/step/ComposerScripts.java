package io.github.mavenhardening.core.workflow.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.mavenhardening.core.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The scripts of a {@code composer.json}: a command or several, of which {@code @name} is another script. */
final class ComposerScripts implements TaskFile {

    private static final String PHP = "@php ";
    private static final String OWN = "@composer ";

    private final JsonNode scripts;

    ComposerScripts(String text) {
        this.scripts = read(text);
    }

    private static JsonNode read(String text) {
        try {
            return Json.read(text).path("scripts");
        } catch (IOException e) {
            // Silent: Composer cannot read it either, and runs nothing.
            return MissingNode.getInstance();
        }
    }

    @Override
    public Task task(List<String> words) {
        List<List<String>> needs = new ArrayList<>();
        StringBuilder script = new StringBuilder();
        JsonNode named = scripts.path(words.isEmpty() ? "" : words.get(0));
        for (JsonNode command : named.isArray() ? named : List.of(named)) {
            String text = command.asText("");
            if (text.startsWith(PHP) || text.startsWith(OWN)) {
                script.append(text.substring(1)).append('\n');
            } else if (text.startsWith("@")) {
                needs.add(List.of(text.substring(1).split(" ", 2)[0]));
            } else {
                script.append(text).append('\n');
            }
        }
        return Task.of(needs, script.toString());
    }
}
