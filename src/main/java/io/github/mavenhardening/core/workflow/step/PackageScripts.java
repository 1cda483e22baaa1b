package io.github.mavenhardening.core.workflow.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.mavenhardening.core.json.Json;
import java.io.IOException;
import java.util.List;

/** The scripts of a {@code package.json}, and the tasks of a {@code deno.json}. */
final class PackageScripts implements TaskFile {

    private final JsonNode scripts;

    /** Of a file in which a member has them by their names. */
    PackageScripts(String text, String member) {
        this.scripts = read(text, member);
    }

    private static JsonNode read(String text, String member) {
        try {
            return Json.read(text).path(member);
        } catch (IOException e) {
            // Silent: the program cannot read it either, and runs nothing.
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
