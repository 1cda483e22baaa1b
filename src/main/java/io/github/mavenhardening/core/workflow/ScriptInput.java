package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An input of an action that is a script, or a command.
 *
 * @param action {@code owner/name}
 * @param shell what runs it; empty where that is the shell of the runner's system
 * @param isElsewhere whether it runs on a machine that has nothing of the workspace
 */
public record ScriptInput(String action, String name, Optional<Shell> shell, boolean isElsewhere) {

    /** Those that are known. */
    static final List<ScriptInput> ALL = read(ResourceLines.of(ScriptInput.class, "script-inputs.txt"));

    /** By the action in lower case. */
    private static final Map<String, List<ScriptInput>> BY_ACTION = byAction();

    private static List<ScriptInput> read(List<String> lines) {
        List<ScriptInput> inputs = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" ", 4);
            Optional<Shell> shell =
                    parts[2].equals("runner") ? Optional.empty() : Optional.of(Shell.syntaxOf(parts[2]));
            inputs.add(new ScriptInput(parts[0], parts[1], shell, parts.length > 3));
        }
        return List.copyOf(inputs);
    }

    private static Map<String, List<ScriptInput>> byAction() {
        Map<String, List<ScriptInput>> inputs = new HashMap<>();
        for (ScriptInput input : ALL) {
            inputs.computeIfAbsent(input.action().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(input);
        }
        return Map.copyOf(inputs);
    }

    /** Those of an action of a repository. */
    static List<ScriptInput> of(Uses.Repository action) {
        return BY_ACTION.getOrDefault(action.key(), List.of());
    }
}
