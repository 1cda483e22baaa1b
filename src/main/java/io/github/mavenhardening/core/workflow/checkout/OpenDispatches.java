package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Events of {@code repository_dispatch} that a workflow sends for whoever comments a command.
 *
 * @see <a href="https://github.com/peter-evans/slash-command-dispatch#action-inputs">Inputs of slash-command-dispatch</a>
 */
public final class OpenDispatches {

    private static final String ACTION = "peter-evans/slash-command-dispatch";

    private OpenDispatches() {}

    /** Where an event that starts a trigger's runs is sent for whoever comments; empty where none is. */
    public static Optional<Location> of(Trigger trigger, Definitions definitions) {
        Map<String, Location> sent = definitions.known(OpenDispatches.class, definitions, () -> sent(definitions));
        List<YamlScalar> types = trigger.filter("types");
        if (types.isEmpty()) {
            return sent.values().stream().findFirst();
        }
        return types.stream()
                .filter(type -> sent.containsKey(type.value()))
                .findFirst()
                .map(type -> sent.get(type.value()));
    }

    /** By their types. */
    private static Map<String, Location> sent(Definitions definitions) {
        Map<String, Location> sent = new TreeMap<>();
        for (Workflow workflow : definitions.workflows()) {
            for (CommentCommand command : CommentCommand.of(workflow, definitions)) {
                for (Step step : command.job() instanceof NormalJob job ? job.liveSteps() : List.<Step>of()) {
                    if (step.usesAction(ACTION) && isHere(step)) {
                        Location place = CallPath.ofJob(workflow)
                                .at(step.uses().orElseThrow().uses().span())
                                .labelled("sends the event for whoever comments");
                        String suffix = text(step, "event-type-suffix", "-command");
                        for (String word : text(step, "commands", "").split("[\\s,]+", -1)) {
                            sent.putIfAbsent(word + suffix, place);
                        }
                    }
                }
            }
        }
        return sent;
    }

    /** Whether it sends this kind of event, and to its own repository. */
    private static boolean isHere(Step step) {
        return text(step, "dispatch-type", "repository").equals("repository")
                && step.input("repository").isEmpty();
    }

    private static String text(Step step, String input, String otherwise) {
        return step.input(input).map(YamlScalar::value).orElse(otherwise).strip();
    }
}
