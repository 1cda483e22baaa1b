package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.ActionOutput;
import io.github.mavenhardening.core.workflow.KnownOutputs;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.code.HarmlessPattern;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/** What well-known actions hand on of outsiders' text, as outputs and variables. */
final class KnownActions {

    /** The input of an action that searches a text, and the output that holds all of what it finds. */
    private static final String REGEX = "regex";

    private static final String MATCH = "match";

    /** The name that stands for all outputs. */
    private static final String ALL = "*";

    private final JobState state;

    KnownActions(JobState state) {
        this.state = state;
    }

    /** Sets what the action of a step hands on, if it is known to. */
    void look(ReachedStep reached) {
        for (ActionOutput output :
                KnownOutputs.of(reached.step(), reached.frame().definition())) {
            take(output, reached);
        }
    }

    private void take(ActionOutput output, ReachedStep reached) {
        Optional<Taint> found = of(output, reached);
        if (found.isEmpty()) {
            return;
        }
        Taint taint = output.isGuess() ? found.get().guessed() : found.get();
        if (!output.isVariable()) {
            state.setOutput(reached, capturesHarmless(output.name(), reached) ? MATCH : output.name(), taint);
            return;
        }
        // Whoever words a file of variables sets any, also those by which the programs of later steps run code.
        if (output.name().equals(ActionOutput.ANY) && !taint.kind().isOneLine()) {
            state.sink(
                    Sink.Kind.CODE,
                    reached,
                    reached.place(),
                    reached.step().uses().orElseThrow().uses().text(),
                    taint);
        }
        state.setVariable(output.name(), taint);
    }

    private Optional<Taint> of(ActionOutput output, ReachedStep reached) {
        NamedValues with = reached.step().uses().orElseThrow().with();
        Optional<YamlScalar> given = output.input().flatMap(with::scalar);
        if (output.meaning().equals("file")) {
            Optional<String> file = given.map(path -> reached.frame().text(path).orElse(path.value()))
                    .or(output::file);
            return file.flatMap(path -> state.file(WorkPath.within("", path), reached.place()));
        }
        if (output.input().isPresent()) {
            return given.flatMap(value -> state.value(value, reached.frame(), Optional.of(reached.step())))
                    .map(from -> from.at(reached.place(), "hands it on as an output"));
        }
        boolean isOpen = switch (output.meaning()) {
            case "text", "title" -> state.events().areOpen();
            case "checkout" -> state.isOnOutsidersCode();
            case "artifact" -> state.events().haveChanges() && state.bringsArtifact(reached);
            default -> state.events().haveChanges();
        };
        if (!isOpen) {
            return Optional.empty();
        }
        Taint.Kind kind = switch (output.meaning()) {
            case "names" -> with.text("list-files").orElse("").equals("json") ? Taint.Kind.JSON : Taint.Kind.NAMES;
            case "branch" -> Taint.Kind.BRANCH;
            case "title" -> Taint.Kind.LINE;
            default -> Taint.Kind.TEXT;
        };
        // The action is known to read it, so that it has come one step already.
        Taint source = Taint.source(kind, reached.place(), "reads what an outsider words");
        return Optional.of(source.at(
                reached.place(), (output.isVariable() ? "has it as variable " : "has it as output ") + output.name()));
    }

    /** Whether all that an action's other outputs can be are groups of a search, which leave no text to choose. */
    private static boolean capturesHarmless(String output, ReachedStep reached) {
        Optional<YamlScalar> regex = output.equals(ALL) ? reached.step().input(REGEX) : Optional.empty();
        return regex.isPresent()
                && Fence.of(regex.get()).isEmpty()
                && HarmlessPattern.inGroups(regex.get().value());
    }
}
