package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether outputs of jobs, of called workflows and of local actions are a pull request's head, as their definitions say. */
final class HeadOutputs {

    /** So deep definitions may hand one on to each other: twice as deep as GitHub lets calls be nested. */
    private static final int DEPTH_LIMIT = 20;

    private final Definitions definitions;
    /** The values that were looked at: what one of them is, none that hands it on needs to look at again. */
    private final Set<YamlScalar> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What is kept of a workflow: by output of a job, whether it is one. */
    private static final class Known {
        private final Map<String, Boolean> results = new ConcurrentHashMap<>();
    }

    /** What is kept of a job or an action: its steps that use a local action, by id. */
    private record OwnActions(Map<String, Step> steps) {}

    private HeadOutputs(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Whether a context that a step reads is one: an output of a job that its job needs, or of a step that uses a local action. */
    static boolean holds(ContextPath path, ReachedStep reached) {
        List<String> names = path.segments();
        if (names.size() < 4 || LookedUpHeads.isBase(names)) {
            return false;
        }
        return switch (path.context()) {
            case "needs" -> ofNeed(path, reached);
            case "steps" -> ofStep(path, reached);
            default -> false;
        };
    }

    private static boolean ofNeed(ContextPath path, ReachedStep reached) {
        if (!(reached.frame().entry().definition() instanceof Workflow workflow)) {
            return false;
        }
        // Silent: what is handed on further than calls can be nested is none.
        Map<String, Boolean> known = reached.definitions().known(Known.class, workflow, Known::new).results;
        return known.computeIfAbsent(
                path.toString(), read -> new HeadOutputs(reached.definitions()).ofJob(path, workflow, DEPTH_LIMIT));
    }

    private static boolean ofStep(ContextPath path, ReachedStep reached) {
        HeadOutputs outputs = new HeadOutputs(reached.definitions());
        // Silent: what is handed on further than calls can be nested is none.
        return reached.frame().definition() instanceof Action action
                ? outputs.ofAction(path, action, action.liveSteps(), DEPTH_LIMIT)
                : outputs.ofAction(path, reached.job(), reached.job().liveSteps(), DEPTH_LIMIT);
    }

    /** Whether an output of a job is a pull request as a whole, which a step of it asked for. */
    static boolean isAnswer(ContextPath path, ReachedStep reached) {
        List<String> names = path.segments();
        if (!path.context().equals("needs")
                || names.size() < 4
                || !(reached.frame().entry().definition() instanceof Workflow workflow)
                || !(job(names.get(1), workflow, reached.definitions()).orElse(null) instanceof NormalJob job)) {
            return false;
        }
        Optional<YamlScalar> value = job.outputs().scalar(names.get(3));
        LookedUpHeads ofJob = new HeadOutputs(reached.definitions()).lookedUp(job, job.liveSteps());
        for (ContextPath read : value.isPresent() ? Fence.readsIn(value.get().value()) : List.<ContextPath>of()) {
            if (ofJob.isAnswer(read)) {
                return true;
            }
        }
        return false;
    }

    /** The job of a workflow by its id in lower case. */
    private static Optional<Job> job(String id, Workflow workflow, Definitions definitions) {
        Map<String, Job> jobs = definitions.known(HeadOutputs.class, workflow, () -> {
            Map<String, Job> byId = new HashMap<>();
            workflow.liveJobs().forEach(job -> byId.putIfAbsent(job.id().lower(), job));
            return byId;
        });
        return Optional.ofNullable(jobs.get(id));
    }

    /** Whether a path names an output of a job, which is one. */
    private boolean ofJob(ContextPath path, Workflow workflow, int depth) {
        List<String> names = path.segments();
        // Silent: what is handed on further than calls can be nested is none.
        if (names.size() < 4 || depth == 0) {
            return false;
        }
        Job job = job(names.get(1), workflow, definitions).orElse(null);
        if (job instanceof NormalJob normal) {
            Optional<YamlScalar> value = normal.outputs().scalar(names.get(3));
            return value.isPresent() && ofSteps(value.get(), normal, normal.liveSteps(), depth);
        }
        Optional<Workflow> called =
                job instanceof ReusableWorkflowCall call ? definitions.called(call) : Optional.empty();
        Optional<YamlScalar> value = called.flatMap(target -> target.trigger("workflow_call"))
                .flatMap(trigger -> value(trigger.outputs(), names.get(3)));
        boolean isNew = value.isPresent() && seen.add(value.get());
        for (ContextPath read : isNew ? Fence.readsIn(value.get().value()) : List.<ContextPath>of()) {
            if (read.context().equals("jobs") && ofJob(read, called.orElseThrow(), depth - 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean ofAction(ContextPath path, Object owner, List<Step> steps, int depth) {
        // Silent: as above.
        if (depth == 0) {
            return false;
        }
        OwnActions own = definitions.known(OwnActions.class, owner, () -> ownActions(steps));
        Step step = own.steps().get(path.segments().get(1));
        Optional<Definition> used = step == null
                ? Optional.empty()
                : definitions.own(step.uses().orElseThrow().uses().uses());
        if (!(used.orElse(null) instanceof Action action)) {
            return false;
        }
        Optional<YamlScalar> value = value(action.outputs(), path.segments().get(3));
        return value.isPresent() && ofSteps(value.get(), action, action.liveSteps(), depth - 1);
    }

    private OwnActions ownActions(List<Step> steps) {
        Map<String, Step> byId = new HashMap<>();
        for (Step step : steps) {
            if (step.id().isPresent()
                    && step.uses().isPresent()
                    && definitions.own(step.uses().get().uses().uses()).isPresent()) {
                byId.putIfAbsent(step.id().get().lower(), step);
            }
        }
        return new OwnActions(byId);
    }

    /** Whether a value that reads outputs of steps is one. */
    private boolean ofSteps(YamlScalar value, Object owner, List<Step> steps, int depth) {
        for (ContextPath read : seen.add(value) ? Fence.readsIn(value.value()) : List.<ContextPath>of()) {
            boolean isOutput = read.context().equals("steps") && read.segments().size() >= 4;
            if (OutsideRef.of(List.of(read)).isPresent()
                    || (isOutput && lookedUp(owner, steps).hasStep(read))
                    || (isOutput && ofAction(read, owner, steps, depth))) {
                return true;
            }
        }
        return false;
    }

    private LookedUpHeads lookedUp(Object owner, List<Step> steps) {
        return definitions.known(LookedUpHeads.class, owner, () -> LookedUpHeads.of(steps));
    }

    private static Optional<YamlScalar> value(NamedValues outputs, String name) {
        return outputs.get(name).flatMap(NamedValues.Binding::mapping).flatMap(declared -> declared.scalar("value"));
    }
}
