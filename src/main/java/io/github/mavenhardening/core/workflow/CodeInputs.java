package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.stream.Stream;

/** Knows where a step holds code: its script, and inputs of actions that run what they are given. */
public final class CodeInputs {

    private static final List<CodeInput> KNOWN = ResourceLines.of("code-inputs.txt").stream()
            .map(line -> line.split("\\s+", 2))
            .map(parts -> new CodeInput(parts[0], parts[1]))
            .toList();

    private record CodeInput(String action, String input) {}

    private CodeInputs() {}

    /** The values of a step that run as code. */
    public static List<Code> of(Step step) {
        Stream<Code> script = step.run().stream()
                .map(run -> new Code(
                        run.script(),
                        "run",
                        step.mapping().entry("run").orElseThrow().key().span()));
        Stream<Code> inputs = step.uses().stream().flatMap(CodeInputs::inputs);
        return Stream.concat(script, inputs).toList();
    }

    /**
     * A value that runs as code.
     *
     * @param key the key or input that holds it
     * @param place where the step says what runs it: its key {@code run}, or the action
     */
    public record Code(YamlScalar scalar, String key, Span place) {}

    private static Stream<Code> inputs(Step.UsesAction action) {
        return KNOWN.stream()
                .filter(known -> action.uses()
                        .repository()
                        .filter(repository -> repository.isAction(known.action()))
                        .isPresent())
                .flatMap(known -> action.with().get(known.input()).flatMap(Bindings.Binding::scalar).stream()
                        .map(scalar ->
                                new Code(scalar, known.input(), action.uses().span())));
    }
}
