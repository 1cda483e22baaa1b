package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Inputs that actions put into a command line. They are not code by themselves, but what stands in them can be. */
public final class CommandInputs {

    /** By the action in lower case. */
    private static final Map<String, List<String>> KNOWN =
            read(ResourceLines.of(CommandInputs.class, "command-inputs.txt"));

    private CommandInputs() {}

    private static Map<String, List<String>> read(List<String> lines) {
        Map<String, List<String>> inputs = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split("\\s+", 2);
            inputs.computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(parts[1]);
        }
        return Map.copyOf(inputs);
    }

    /** Those of the action that a step uses, as the step gives them. */
    public static List<CodeInputs.Code> of(Step step) {
        Optional<Uses.Repository> repository = step.repository();
        if (repository.isEmpty()) {
            return List.of();
        }
        Step.UsesAction action = step.uses().orElseThrow();
        List<CodeInputs.Code> inputs = new ArrayList<>();
        for (String input : KNOWN.getOrDefault(repository.get().key(), List.of())) {
            Optional<YamlScalar> value = action.with().scalar(input);
            if (value.isPresent()) {
                inputs.add(new CodeInputs.Code(value.get(), input, action.uses().span()));
            }
        }
        return List.copyOf(inputs);
    }
}
