package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Actions that start other workflows, and send them what their inputs hold; and the steps that may do so. */
public final class DispatchingActions {

    private static final Map<String, List<Known>> KNOWN = read();

    private static final List<String> WORDS = List.of(
            "workflow run",
            "'workflow', 'run'",
            "\"workflow\", \"run\"",
            "/dispatches",
            "createWorkflowDispatch",
            "createDispatchEvent");

    /**
     * An action that sends something.
     *
     * @param isEvent whether it sends {@code repository_dispatch}, else {@code workflow_dispatch}
     * @param target the input that names the workflow, or the event's type
     * @param payload the input that holds what is sent, as JSON
     * @param repository the input that names another repository
     */
    public record Known(boolean isEvent, String target, String payload, String repository) {}

    private DispatchingActions() {}

    private static Map<String, List<Known>> read() {
        Map<String, List<Known>> read = new HashMap<>();
        for (String line : ResourceLines.of(DispatchingActions.class, "dispatching-actions.txt")) {
            String[] parts = line.split(" ", -1);
            read.computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(new Known(parts[1].equals("event"), parts[2], parts[3], parts[4]));
        }
        return Map.copyOf(read);
    }

    /** What is known of the action that a step uses, as far as it is given a target. */
    public static Optional<Known> of(Step step) {
        Optional<Uses.Repository> uses = step.repository();
        for (Known known : uses.isPresent() ? KNOWN.getOrDefault(uses.get().key(), List.of()) : List.<Known>of()) {
            if (step.input(known.target()).isPresent()) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** Whether a job of a workflow may send something to another one, as far as words in it and in the actions it uses tell. */
    public static boolean mayBeIn(Workflow workflow, Definitions definitions) {
        return definitions.known(DispatchingActions.class, workflow, () -> mayBe(workflow, definitions));
    }

    private static boolean mayBe(Workflow workflow, Definitions definitions) {
        for (Job job : workflow.liveJobs()) {
            for (Step step : job instanceof NormalJob normal ? normal.liveSteps() : List.<Step>of()) {
                Optional<Definition> own = step.uses()
                        .flatMap(action -> definitions.own(action.uses().uses()));
                if (mayBe(step)
                        || (own.isPresent() && own.get() instanceof Action action && mayBeIn(action, definitions))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** An action's steps are looked at once, however many use it. */
    private static boolean mayBeIn(Action action, Definitions definitions) {
        return definitions.known(
                DispatchingActions.class,
                action,
                () -> action.liveSteps().stream().anyMatch(DispatchingActions::mayBe));
    }

    private static boolean mayBe(Step step) {
        return of(step).isPresent() || mayBeIn(step.script());
    }

    private static boolean mayBeIn(Optional<YamlScalar> script) {
        for (String word : script.isPresent() ? WORDS : List.<String>of()) {
            if (script.get().value().contains(word)) {
                return true;
            }
        }
        return false;
    }
}
