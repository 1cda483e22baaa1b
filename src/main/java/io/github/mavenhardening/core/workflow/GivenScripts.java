package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scripts that steps give to actions to run. */
public final class GivenScripts {

    private static final List<String> FOLDERS = List.of("working-directory", "current_path");

    private GivenScripts() {}

    /** The scripts that the action of a step is given, each as a step that runs it itself, in the place of the action's. */
    public static List<Step> of(Step step) {
        Optional<Uses.Repository> repository = step.repository();
        List<ScriptInput> known = repository.isPresent() ? ScriptInput.of(repository.get()) : List.of();
        List<Step> steps = new ArrayList<>();
        for (ScriptInput input : known) {
            NamedValues with = step.uses().orElseThrow().with();
            Optional<NamedValues.Binding> given = with.get(input.name());
            if (given.isPresent() && given.get().scalar().isPresent()) {
                steps.add(new Step(
                        step.mapping(),
                        step.id(),
                        step.name(),
                        step.condition(),
                        step.env(),
                        step.background(),
                        new Step.RunScript(
                                given.get().name(),
                                given.get().scalar().get(),
                                with.scalar("shell"),
                                folder(with),
                                Optional.of(input)),
                        step.span()));
            }
        }
        return steps;
    }

    /** Steps, each followed by those of {@link #of}. */
    public static List<Step> among(List<Step> steps) {
        List<Step> all = new ArrayList<>();
        for (Step step : steps) {
            all.add(step);
            all.addAll(of(step));
        }
        return all;
    }

    private static Optional<YamlScalar> folder(NamedValues with) {
        for (String name : FOLDERS) {
            if (with.scalar(name).isPresent()) {
                return with.scalar(name);
            }
        }
        return Optional.empty();
    }
}
