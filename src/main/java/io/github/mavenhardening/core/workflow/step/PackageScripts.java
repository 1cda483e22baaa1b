package io.github.mavenhardening.core.workflow.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.shell.ShellCommand;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scripts of a {@code package.json}, by the commands that run them. */
final class PackageScripts {

    static final String FILE = "package.json";

    private static final Set<String> PROGRAMS = Set.of("npm", "pnpm", "yarn", "bun");
    /** Scripts that npm runs by their names alone. */
    private static final Set<String> WITHOUT_RUN = Set.of("test", "start", "stop", "restart");

    private PackageScripts() {}

    /** The name of the script that a command runs; empty where it runs none, or is none of these programs. */
    static Optional<String> run(ShellCommand command) {
        if (!PROGRAMS.contains(command.name())) {
            return Optional.empty();
        }
        boolean run = List.of("run", "run-script").contains(command.operand(0));
        String script = command.operand(run ? 1 : 0);
        boolean isNone = script.isEmpty() || (command.name().equals("npm") && !run && !WITHOUT_RUN.contains(script));
        return isNone ? Optional.empty() : Optional.of(script);
    }

    /** What a script runs, and those that stand before and after it by their names: one command a line. */
    static String text(String file, String name) {
        JsonNode scripts;
        try {
            scripts = Json.read(file).path("scripts");
        } catch (IOException e) {
            // Silent: npm cannot read it either, and runs nothing.
            return "";
        }
        StringBuilder text = new StringBuilder();
        if (scripts.path(name).isTextual()) {
            for (String each : List.of("pre" + name, name, "post" + name)) {
                text.append(scripts.path(each).asText("")).append('\n');
            }
        }
        return text.toString();
    }
}
