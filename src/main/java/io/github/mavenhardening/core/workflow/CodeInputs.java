package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Code in steps: its script, and inputs of actions that run what they are given. */
public final class CodeInputs {

    private static final ActionTable<CodeInput> KNOWN = new ActionTable<>(known(), CodeInput::action);

    private record CodeInput(String action, String input) {}

    private CodeInputs() {}

    private static List<CodeInput> known() {
        List<CodeInput> inputs = new ArrayList<>();
        for (String line : ResourceLines.of(CodeInputs.class, "code-inputs.txt")) {
            String[] parts = line.split(" ", 2);
            inputs.add(new CodeInput(parts[0], parts[1]));
        }
        for (ScriptInput script : ScriptInput.ALL) {
            inputs.add(new CodeInput(script.action(), script.name()));
        }
        return List.copyOf(inputs);
    }

    /** The values of a step that run as code. */
    public static List<Code> of(Step step) {
        if (step.body() instanceof Step.RunScript run) {
            return List.of(new Code(run.script(), "run", run.key().span()));
        }
        return step.body() instanceof Step.UsesAction action ? inputs(action) : List.of();
    }

    /**
     * A value that runs as code.
     *
     * @param key the key or input that holds it
     * @param place where the step says what runs it: its key {@code run}, or the action
     */
    public record Code(YamlScalar scalar, String key, Span place) {}

    private static List<Code> inputs(Step.UsesAction action) {
        Optional<Uses.Repository> repository = action.uses().repository();
        if (repository.isEmpty()) {
            return List.of();
        }
        List<Code> inputs = new ArrayList<>();
        for (CodeInput known : KNOWN.of(repository.get())) {
            Optional<YamlScalar> code = action.with().scalar(known.input());
            if (code.isPresent()) {
                inputs.add(new Code(code.get(), known.input(), action.uses().span()));
            }
        }
        return List.copyOf(inputs);
    }
}
