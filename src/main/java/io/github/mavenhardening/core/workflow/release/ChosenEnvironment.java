package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An environment that a job does not name itself.
 *
 * @param chooser who or what names it
 * @param name the expression that does, as it is written
 */
public record ChosenEnvironment(Chooser chooser, YamlScalar name) {

    /** Who names the environment of a run. */
    public enum Chooser {
        /** Who sends the event, in whatever words. */
        SENDER,
        /** Who starts the run by hand, in whatever words. */
        STARTER,
        /** Who starts the run by hand, from a list. */
        STARTER_OF_LIST,
        /** The job's matrix, which has several. */
        MATRIX
    }

    private static final List<String> SENT = List.of(
            "github.head_ref",
            "github.ref_name",
            "github.event.client_payload",
            "github.event.pull_request.head",
            "github.event.pull_request.title",
            "github.event.comment",
            "github.event.label",
            "github.event.issue",
            "github.event.workflow_run.head_branch");

    /** That of a job; empty where the job, or a workflow that calls its own, names it. */
    public static Optional<ChosenEnvironment> of(NormalJob job, Workflow workflow) {
        Optional<YamlScalar> name = job.environmentName();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        for (Fence fence : Fence.of(name.get())) {
            for (PossibleValue value : PossibleValue.of(fence)) {
                Optional<Chooser> chooser = chooser(value.path().orElseThrow(), job, workflow);
                if (chooser.isPresent()) {
                    return Optional.of(new ChosenEnvironment(chooser.get(), name.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Chooser> chooser(ContextPath path, NormalJob job, Workflow workflow) {
        if (path.context().equals("inputs") && path.segments().size() == 2) {
            return ofInput(path.segments().get(1), workflow);
        }
        if (path.isWithin("github.event.inputs") && path.segments().size() == 4) {
            return ofInput(path.segments().get(3), workflow);
        }
        for (String sent : SENT) {
            if (path.isWithin(sent)) {
                return Optional.of(Chooser.SENDER);
            }
        }
        return path.context().equals("matrix")
                        && job.matrix().isPresent()
                        && isOfSeveral(path, job.matrix().get())
                ? Optional.of(Chooser.MATRIX)
                : Optional.empty();
    }

    private static boolean isOfSeveral(ContextPath path, Matrix matrix) {
        Set<String> names = new HashSet<>();
        for (Matrix.Expansion value : matrix.valuesOf(path)) {
            names.add(value.text());
        }
        return names.size() > 1;
    }

    private static Optional<Chooser> ofInput(String name, Workflow workflow) {
        Optional<Trigger> started = workflow.trigger("workflow_dispatch");
        Optional<NamedValues.Binding> input =
                started.isPresent() ? started.get().inputs().get(name) : Optional.empty();
        if (input.isEmpty()) {
            return Optional.empty();
        }
        Optional<YamlScalar> type =
                input.get().mapping().isPresent() ? input.get().mapping().get().scalar("type") : Optional.empty();
        boolean isListed = type.isPresent()
                && (type.get().value().equals("choice")
                        || type.get().value().equals("environment")
                        || type.get().value().equals("boolean"));
        return Optional.of(isListed ? Chooser.STARTER_OF_LIST : Chooser.STARTER);
    }
}
