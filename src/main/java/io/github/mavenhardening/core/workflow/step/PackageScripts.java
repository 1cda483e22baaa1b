package io.github.mavenhardening.core.workflow.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.mavenhardening.core.json.Json;
import java.io.IOException;
import java.util.List;

/** The scripts of a {@code package.json}. */
final class PackageScripts implements TaskFile {

    private final JsonNode scripts;

    PackageScripts(String text) {
        this.scripts = read(text);
    }

    private static JsonNode read(String text) {
        try {
            return Json.read(text).path("scripts");
        } catch (IOException e) {
            // Silent: npm cannot read it either, and runs nothing.
            return MissingNode.getInstance();
        }
    }

    /**
     * The first word is the script; what stands behind it is put behind what that runs. Scripts that stand before and after it by their
     * names are run with it.
     */
    @Override
    public Task task(List<String> words) {
        String name = words.isEmpty() ? "" : words.get(0);
        JsonNode script = scripts.path(name);
        return script.isTextual()
                ? Task.of(scripts.path("pre" + name).asText("") + "\n" + script.textValue()
                        + GivenWords.quoted(words.subList(1, words.size())) + "\n"
                        + scripts.path("post" + name).asText(""))
                : Task.NONE;
    }
}
