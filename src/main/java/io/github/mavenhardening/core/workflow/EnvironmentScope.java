package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The environment variables that a step sees.
 *
 * @param levels the {@code env} of the step, its job and its workflow, the innermost first
 */
public record EnvironmentScope(List<NamedValues> levels) {

    private static final Set<String> RESERVED =
            Set.copyOf(ResourceLines.of(EnvironmentScope.class, "reserved-variables.txt"));

    /** Of what is run anywhere. */
    public static final EnvironmentScope NONE = new EnvironmentScope(List.of());

    public EnvironmentScope {
        levels = List.copyOf(levels);
    }

    /** Written out, as is {@link #hashCode}: what a record has by itself is made when first asked for, which takes long. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EnvironmentScope scope && scope.levels.equals(levels);
    }

    @Override
    public int hashCode() {
        return levels.hashCode();
    }

    /**
     * Whether no one can word the variable's value for a run: the innermost level that sets it decides, and what none sets is
     * free to be set by any step, unless its name is kept for GitHub.
     */
    public boolean isSettled(String name) {
        for (NamedValues level : levels) {
            if (level.whole().isPresent()) {
                return false;
            }
            if (level.get(name).isPresent()) {
                Optional<YamlScalar> value = level.scalar(name);
                return value.isEmpty() || isStatic(value.get());
            }
        }
        return RESERVED.contains(name.toUpperCase(Locale.ROOT));
    }

    /** Of a script in a step; job and workflow are empty in an action. */
    public static EnvironmentScope of(Optional<Step> step, Optional<NormalJob> job, Optional<Workflow> workflow) {
        List<NamedValues> levels = new ArrayList<>();
        if (step.isPresent()) {
            levels.add(step.get().env());
        }
        if (job.isPresent()) {
            levels.add(job.get().env());
        }
        if (workflow.isPresent()) {
            levels.add(workflow.get().env());
        }
        return new EnvironmentScope(levels);
    }

    /** Whether one of the levels sets the variable, or may do so. */
    public boolean isSet(String name) {
        for (NamedValues level : levels) {
            if (level.whole().isPresent() || level.get(name).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The text that the innermost level which sets a variable gives it, with a folder of the runner at its beginning as the variable
     * that holds it; empty where none does, or another expression has a say in it.
     */
    public Optional<String> literal(String name) {
        Optional<String> text = text(name).map(RunnerFolders::byVariable);
        return text.isPresent() && text.get().contains(Fence.OPEN) ? Optional.empty() : text;
    }

    /** The text that the innermost level which sets a variable gives it. */
    private Optional<String> text(String name) {
        for (NamedValues level : levels) {
            if (level.whole().isPresent()) {
                return Optional.empty();
            }
            Optional<NamedValues.Binding> binding = level.get(name);
            if (binding.isPresent()) {
                Optional<String> text = binding.get().text();
                // Where only case differs, Windows and Linux read it differently.
                return text.isPresent() && binding.get().name().value().equals(name) ? text : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isStatic(YamlScalar value) {
        for (Fence fence : Fence.of(value)) {
            if (fence.expression().isEmpty()
                    || fence.expression().get().constant().isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
