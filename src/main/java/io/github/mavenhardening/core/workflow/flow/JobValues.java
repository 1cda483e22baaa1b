package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Outsiders' text in what expressions of one job read: contexts, outputs of its steps, variables, inputs, its matrix. */
final class JobValues {

    private final OtherJobs others;
    private final Workflow workflow;
    private final NormalJob job;
    private final OutsiderEvents events;
    private final StepFrames<Taint> frames =
            new StepFrames<>((value, frame) -> of(value, frame, Optional.empty()), (first, other) -> first);
    /** What earlier steps set for later ones, by name in lower case. */
    private final Map<String, Taint> environment = new HashMap<>();

    /** What values of the workflow and the job bring, which are filled in before the first step. */
    private final IdentityHashMap<YamlScalar, Optional<Taint>> atStart = new IdentityHashMap<>();

    /** What values of the step that is looked at bring. */
    private final IdentityHashMap<YamlScalar, Optional<Taint>> inStep = new IdentityHashMap<>();

    /** Whether a variable of the job or of the workflow is being filled in. */
    private boolean isOfJob;

    private boolean isOfWorkflow;
    private final Map<String, Optional<Taint>> results = new HashMap<>();
    private final Map<String, Optional<Taint>> matrices = new HashMap<>();

    JobValues(OtherJobs others, Workflow workflow, NormalJob job, OutsiderEvents events) {
        this.others = others;
        this.workflow = workflow;
        this.job = job;
        this.events = events;
    }

    /** How much was found. */
    int size() {
        return environment.size() + frames.size();
    }

    /** The text of an output of the job. */
    Optional<Taint> output(String name) {
        Optional<Taint> known = results.get(name);
        if (known == null) {
            known = of(job.outputs().scalar(name), CallPath.ofJob(workflow));
            results.put(name, known);
        }
        return known;
    }

    /** Goes on to a step. */
    void enter(ReachedStep reached) {
        inStep.clear();
        frames.enter(reached);
    }

    void setOutput(ReachedStep reached, String name, Taint taint) {
        frames.setOutput(reached, name, taint);
    }

    void setVariable(String name, Taint taint) {
        environment.put(name.toLowerCase(Locale.ROOT), taint);
    }

    private Optional<Taint> of(Optional<YamlScalar> scalar, CallPath frame) {
        return scalar.isPresent() ? of(scalar.get(), frame, Optional.empty()) : Optional.empty();
    }

    /** The text of a value of the definition that a call path leads to. */
    Optional<Taint> of(YamlScalar scalar, CallPath frame, Optional<Step> step) {
        for (Fence fence : Fence.of(scalar)) {
            for (PossibleValue value : OpenChoices.of(fence, scalar.value())) {
                Optional<Taint> found =
                        path(value.path().orElseThrow(), frame.at(fence.span(value.place())), frame, step);
                if (found.isPresent()) {
                    return Optional.of(found.get()
                            .behind(scalar.value().substring(0, fence.from()) + OpenChoices.before(fence, value)));
                }
            }
        }
        return Optional.empty();
    }

    /** The text of a value that a map keeps; while it is looked at it brings nothing, to itself. */
    private Optional<Taint> kept(Map<YamlScalar, Optional<Taint>> known, YamlScalar value, CallPath frame) {
        Optional<Taint> found = known.get(value);
        if (found == null) {
            known.put(value, Optional.empty());
            found = of(value, frame, Optional.empty());
            known.put(value, found);
        }
        return found;
    }

    Optional<Taint> path(ContextPath path, Location place, CallPath frame, Optional<Step> step) {
        if (WholeContexts.isOne(path)) {
            for (ContextPath part : parts(path, frame, step)) {
                Optional<Taint> found = value(part, place, frame, step);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return value(path, place, frame, step);
    }

    private Optional<Taint> value(ContextPath path, Location place, CallPath frame, Optional<Step> step) {
        List<String> segments = path.segments();
        boolean isOutput = segments.size() >= 4 && segments.get(2).equals("outputs");
        return switch (path.context()) {
            case "github" -> worded(path, place).or(() -> sent(path, place));
            case "env" ->
                segments.size() == 2
                        ? read(variable(segments.get(1), frame, step), place, "reads the variable")
                        : Optional.empty();
            case "steps" ->
                isOutput
                        ? read(frames.output(segments.get(1), segments.get(3), frame), place, "reads the step's output")
                                .or(() -> named(path, place, frame))
                        : Optional.empty();
            case "needs" ->
                isOutput
                        ? read(
                                others.needed(workflow, job, segments.get(1), segments.get(3)),
                                place,
                                "reads the job's output")
                        : Optional.empty();
            case "inputs" ->
                segments.size() == 2 ? read(input(path, frame), place, "reads the input") : Optional.empty();
            case "matrix" -> read(matrix(path), place, "reads it from the matrix");
            default -> Optional.empty();
        };
    }

    /** The values that a path stands for which reads several at once. */
    private List<ContextPath> parts(ContextPath whole, CallPath frame, Optional<Step> step) {
        Map<String, Collection<String>> outputs = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        switch (whole.context()) {
            case "steps" -> {
                String id = whole.segments().size() > 1 ? whole.segments().get(1) : "*";
                boolean isAny = id.equals("*");
                for (String called :
                        isAny ? WholeContexts.first(frames.callers(frame)).toList() : List.of(id)) {
                    frames.called(called, frame)
                            .ifPresent(action -> outputs.put(called, WholeContexts.names(action.outputs())));
                }
                Map<String, Map<String, Taint>> own = frames.outputs(frame);
                for (String found : isAny ? WholeContexts.first(own.keySet()).toList() : List.of(id)) {
                    if (own.containsKey(found)) {
                        outputs.put(
                                found,
                                WholeContexts.first(own.get(found).keySet()).toList());
                    }
                }
                return WholeContexts.outputs(whole, outputs);
            }
            case "needs" -> {
                WholeContexts.first(job.needs())
                        .filter(need -> WholeContexts.isOf(whole, need.lower()))
                        .forEach(need -> outputs.put(
                                need.lower(), WholeContexts.outputsOf(need, workflow, others.definitions())));
                return WholeContexts.outputs(whole, outputs);
            }
            case "env" -> {
                step.ifPresent(own -> names.addAll(WholeContexts.names(own.env())));
                WholeContexts.first(environment.keySet()).forEach(names::add);
                names.addAll(WholeContexts.names(job.env()));
                names.addAll(WholeContexts.names(workflow.env()));
            }
            default ->
                frame.call()
                        .ifPresentOrElse(
                                call -> names.addAll(WholeContexts.names(call.with())),
                                () -> workflow.triggers()
                                        .forEach(trigger -> names.addAll(WholeContexts.names(trigger.inputs()))));
        }
        return WholeContexts.named(whole, names);
    }

    private Optional<Taint> worded(ContextPath path, Location place) {
        Optional<Taint.Kind> kind = events.worded(path);
        return kind.isPresent()
                ? Optional.of(Taint.source(kind.get(), place, "an outsider words it"))
                : Optional.empty();
    }

    /** An output of an action that is not known, whose name says that it is a pull request's head. */
    private Optional<Taint> named(ContextPath path, Location place, CallPath frame) {
        String id = path.segments().get(1);
        if (!events.areForHeads()
                || !HeadNames.isOutput(path.segments().get(3))
                || frames.called(id, frame).isPresent()) {
            return Optional.empty();
        }
        List<Step> steps = frame.definition() instanceof Action action ? action.liveSteps() : job.liveSteps();
        for (Step step : steps) {
            if (step.id().isPresent()
                    && step.id().get().lower().equals(id)
                    && step.script().isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.of(Taint.source(Taint.Kind.WORD, place, "seems to name a pull request's head"));
    }

    private Optional<Taint> sent(ContextPath path, Location place) {
        return read(others.sent(path, workflow, job), place, "reads what was sent");
    }

    private static Optional<Taint> read(Optional<Taint> taint, Location place, String how) {
        return taint.isPresent() ? Optional.of(taint.get().at(place, how)) : Optional.empty();
    }

    private Optional<Taint> matrix(ContextPath path) {
        Optional<Taint> known = matrices.get(path.toString());
        if (known == null) {
            known = expanded(path);
            matrices.put(path.toString(), known);
        }
        return known;
    }

    private Optional<Taint> expanded(ContextPath path) {
        if (job.matrix().isEmpty()) {
            return Optional.empty();
        }
        Matrix matrix = job.matrix().get();
        for (Matrix.Expansion expansion : path.segments().size() == 1 ? matrix.expansions() : matrix.valuesOf(path)) {
            Optional<Taint> taint = kept(atStart, expansion.origin(), CallPath.ofJob(workflow));
            if (taint.isPresent()) {
                return taint;
            }
        }
        return Optional.empty();
    }

    private Optional<Taint> input(ContextPath read, CallPath path) {
        String name = read.segments().get(1);
        return path.call().isPresent()
                ? frames.input(name, path)
                : others.input(workflow, name).or(() -> others.sent(read, workflow, job));
    }

    Optional<Taint> variable(String name, CallPath frame, Optional<Step> step) {
        Optional<YamlScalar> own = step.isPresent() ? step.get().env().scalar(name) : Optional.empty();
        if (own.isPresent()) {
            return kept(inStep, own.get(), frame);
        }
        // Variables of the job and the workflow are filled in before any step, and not by others of the same level.
        Optional<Taint> set = isOfJob || isOfWorkflow
                ? Optional.empty()
                : Optional.ofNullable(
                        environment.getOrDefault(name.toLowerCase(Locale.ROOT), environment.get(StepFrames.ANY)));
        if (set.isPresent()) {
            return set;
        }
        Optional<YamlScalar> ofJob =
                isOfJob || isOfWorkflow ? Optional.empty() : job.env().scalar(name);
        if (ofJob.isPresent()) {
            isOfJob = true;
            Optional<Taint> found = kept(atStart, ofJob.get(), CallPath.ofJob(workflow));
            isOfJob = false;
            return found;
        }
        Optional<YamlScalar> ofWorkflow =
                isOfWorkflow ? Optional.empty() : workflow.env().scalar(name);
        if (ofWorkflow.isEmpty()) {
            return Optional.empty();
        }
        isOfWorkflow = true;
        Optional<Taint> found = kept(atStart, ofWorkflow.get(), CallPath.ofJob(workflow));
        isOfWorkflow = false;
        return found;
    }
}
