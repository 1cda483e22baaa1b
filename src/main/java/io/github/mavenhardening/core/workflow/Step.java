package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step of a job or of a composite action.
 *
 * @param background whether it runs beside the steps after it
 * @param span the whole step
 */
public record Step(
        YamlMapping mapping,
        Optional<YamlScalar> id,
        Optional<YamlScalar> name,
        Optional<Condition> condition,
        NamedValues env,
        boolean background,
        Body body,
        Span span) {

    /** What a step does. */
    public sealed interface Body permits UsesAction, RunScript, Parallel, Nothing {}

    /**
     * Runs an action.
     *
     * @param with the action's inputs
     */
    public record UsesAction(UsesReference uses, NamedValues with) implements Body {}

    /**
     * Runs a script.
     *
     * @param key what it stands at
     * @param input the input of an action that it is given to; empty where the step runs it itself
     */
    public record RunScript(
            YamlScalar key,
            YamlScalar script,
            Optional<YamlScalar> shell,
            Optional<YamlScalar> workingDirectory,
            Optional<ScriptInput> input)
            implements Body {}

    /** Runs steps side by side. */
    public record Parallel(List<Step> steps) implements Body {
        public Parallel {
            steps = List.copyOf(steps);
        }
    }

    /** Runs nothing: waits for background steps, cancels them, or does nothing that GitHub knows. */
    public record Nothing() implements Body {}

    /** The action that it runs; empty when it runs none. */
    public Optional<UsesAction> uses() {
        return body instanceof UsesAction uses ? Optional.of(uses) : Optional.empty();
    }

    /** The script that it runs; empty when it runs none. */
    public Optional<RunScript> run() {
        return body instanceof RunScript run ? Optional.of(run) : Optional.empty();
    }

    /** The action of a repository that it runs; empty when it runs none, or one of another kind. */
    public Optional<Uses.Repository> repository() {
        return body instanceof UsesAction action ? action.uses().repository() : Optional.empty();
    }

    /** The input of that name that it gives the action that it runs; empty where it is not a scalar, or it runs none. */
    public Optional<YamlScalar> input(String name) {
        return body instanceof UsesAction action ? action.with().scalar(name) : Optional.empty();
    }

    /** The script that it runs, or has {@code actions/github-script} run; empty when it runs none. */
    public Optional<YamlScalar> script() {
        if (body instanceof RunScript run) {
            return Optional.of(run.script());
        }
        return usesAction("actions/github-script") ? input("script") : Optional.empty();
    }

    /** Whether it runs that action of a repository, {@code owner/name} or {@code owner/name/path}, at any ref. */
    public boolean usesAction(String slug) {
        Optional<Uses.Repository> repository = repository();
        return repository.isPresent() && repository.get().isAction(slug);
    }

    /** Whether its condition is false whatever happens. */
    public boolean isNever() {
        return condition.isPresent() && condition.get().isNever();
    }

    /** The steps that can run, in the order of the text; those of parallel groups in place of their group. */
    public static List<Step> live(List<Step> steps) {
        List<Step> all = new ArrayList<>();
        for (Step step : steps) {
            if (step.isNever()) {
                continue;
            }
            if (step.body() instanceof Parallel parallel) {
                all.addAll(live(parallel.steps()));
            } else {
                all.add(step);
            }
        }
        return List.copyOf(all);
    }
}
