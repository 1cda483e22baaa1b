package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads steps, parallel ones within their group. */
final class StepReader {

    private static final List<String> CONTROLS = List.of("wait", "wait-all", "cancel");

    private final ShapeReader reading;
    private final PartReader parts;

    StepReader(ShapeReader reading, PartReader parts) {
        this.reading = reading;
        this.parts = parts;
    }

    /** The steps of a job or an action. */
    List<Step> list(YamlMapping parent) {
        return list(parent, "steps", new OwnCheckouts());
    }

    private List<Step> list(YamlMapping parent, String key, OwnCheckouts checkouts) {
        List<Step> steps = new ArrayList<>();
        for (YamlSequence.Item item : reading.items(parent, key)) {
            if (item.value() instanceof YamlMapping mapping) {
                Step step = step(mapping, checkouts);
                checkouts.take(step);
                steps.add(step);
            } else {
                reading.problem("a step is not a mapping", item.site());
            }
        }
        return List.copyOf(steps);
    }

    private Step step(YamlMapping step, OwnCheckouts checkouts) {
        return new Step(
                step,
                reading.scalar(step, "id"),
                reading.scalar(step, "name"),
                parts.condition(step),
                parts.bindings(step, "env"),
                isBackground(step),
                body(step, checkouts),
                step.span());
    }

    private static boolean isBackground(YamlMapping step) {
        Optional<YamlScalar> background = step.scalar("background");
        return background.isPresent() && background.get().asBoolean().orElse(false);
    }

    private Step.Body body(YamlMapping step, OwnCheckouts checkouts) {
        Optional<YamlScalar> uses = reading.scalar(step, "uses");
        Optional<YamlScalar> run = reading.scalar(step, "run");
        if (uses.isPresent()) {
            if (run.isPresent()) {
                reading.problem(
                        "a step has both 'uses' and 'run'",
                        step.entry("run").orElseThrow().key().span());
            }
            UsesReference reference = checkouts.place(
                    UsesReference.of(step.entry("uses").orElseThrow().key(), uses.get()));
            Optional<String> refused = refused(reference);
            if (refused.isPresent()) {
                reading.problem(refused.get(), reference.span());
            }
            return new Step.UsesAction(reference, parts.bindings(step, "with"));
        }
        if (run.isPresent()) {
            return new Step.RunScript(
                    step.entry("run").orElseThrow().key(),
                    run.get(),
                    reading.scalar(step, "shell"),
                    reading.scalar(step, "working-directory"),
                    Optional.empty());
        }
        if (step.get("parallel").isPresent()) {
            return new Step.Parallel(list(step, "parallel", checkouts));
        }
        if (step.get("uses").isEmpty() && step.get("run").isEmpty() && !isControl(step)) {
            reading.problem("a step has neither 'uses' nor 'run'", step.span());
        }
        return new Step.Nothing();
    }

    private static boolean isControl(YamlMapping step) {
        for (YamlMapping.Entry entry : step.entries()) {
            if (CONTROLS.contains(entry.name())) {
                return true;
            }
        }
        return false;
    }

    /** Why GitHub refuses a reference; empty when it takes it. */
    Optional<String> refused(UsesReference reference) {
        if (reference.uses() instanceof Uses.Malformed malformed) {
            return Optional.of("'uses' cannot be read: " + malformed.reason());
        }
        return reference.uses() instanceof Uses.SelfRepository self
                        && self.ref().isPresent()
                ? Optional.of("'uses' cannot be read: a reference to the own repository takes no @ref")
                : Optional.empty();
    }
}
