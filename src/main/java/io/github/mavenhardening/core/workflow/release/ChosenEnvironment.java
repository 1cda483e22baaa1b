package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.Callers;
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
 * @param way the way to the job's workflow on which it is chosen so
 */
public record ChosenEnvironment(Chooser chooser, YamlScalar name, CallPath way) {

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

    /** That of a job, its workflow's callers included; of several the one that is open to more. Empty where the files name it. */
    public static Optional<ChosenEnvironment> of(NormalJob job, Workflow workflow, Definitions definitions) {
        Optional<ChosenEnvironment> chosen = Optional.empty();
        if (job.environmentName().isPresent()) {
            YamlScalar name = job.environmentName().get();
            for (CallPath way : Callers.of(workflow, definitions)) {
                Optional<Chooser> chooser = chooser(name, Optional.of(job), way, new HashSet<>());
                if (chooser.isPresent()
                        && (chosen.isEmpty()
                                || chooser.get().compareTo(chosen.get().chooser()) < 0)) {
                    chosen = Optional.of(new ChosenEnvironment(chooser.get(), name, way));
                }
            }
        }
        return chosen;
    }

    /** Who words a value, inputs followed to what callers give for them; the job is empty there. */
    private static Optional<Chooser> chooser(
            YamlScalar value, Optional<NormalJob> job, CallPath way, Set<YamlScalar> followed) {
        for (Fence fence : followed.add(value) ? Fence.of(value) : List.<Fence>of()) {
            for (PossibleValue possible : PossibleValue.of(fence)) {
                ContextPath path = possible.path().orElseThrow();
                Optional<YamlScalar> given =
                        path.context().equals("inputs") && path.segments().size() == 2
                                ? way.call()
                                        .flatMap(call -> call.with()
                                                .scalar(path.segments().get(1)))
                                : Optional.empty();
                Optional<Chooser> chooser = given.isPresent()
                        ? chooser(
                                given.get(),
                                Optional.empty(),
                                way.call().orElseThrow().caller(),
                                followed)
                        : way.definition() instanceof Workflow workflow
                                ? chooser(path, job, workflow)
                                : Optional.empty();
                if (chooser.isPresent()) {
                    return chooser;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Chooser> chooser(ContextPath path, Optional<NormalJob> job, Workflow workflow) {
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
                        && job.flatMap(NormalJob::matrix).isPresent()
                        && isOfSeveral(path, job.flatMap(NormalJob::matrix).get())
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
