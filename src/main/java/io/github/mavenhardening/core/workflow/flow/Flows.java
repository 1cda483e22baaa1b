package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.Callers;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Outsiders' text through all workflows of a repository. Each job is followed once; what it reads of other jobs, of callers and
 * of called workflows is asked of those, in the direction that it flows.
 */
public final class Flows {

    /** Calls may be nested so deep; GitHub starts nothing that is deeper. */
    private static final int DEPTH_LIMIT = 10;

    private final Definitions definitions;
    private final IdentityHashMap<Job, JobFlow> jobs = new IdentityHashMap<>();
    /** Jobs being followed: what reads itself brings nothing. */
    private final IdentityHashMap<Job, Boolean> open = new IdentityHashMap<>();

    private final IdentityHashMap<Workflow, Map<String, Job>> byId = new IdentityHashMap<>();
    private final Map<String, List<Site>> callers = new HashMap<>();
    private final Map<String, Optional<Taint>> inputs = new HashMap<>();
    private int depth;

    private record Site(Workflow workflow, ReusableWorkflowCall call) {}

    private Flows(Definitions definitions) {
        this.definitions = definitions;
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.liveJobs()) {
                byId.computeIfAbsent(workflow, any -> new HashMap<>())
                        .putIfAbsent(job.id().value().toLowerCase(Locale.ROOT), job);
                if (job instanceof ReusableWorkflowCall call) {
                    LocalPath.of(call.uses().uses())
                            .ifPresent(path -> callers.computeIfAbsent(path, any -> new ArrayList<>())
                                    .add(new Site(workflow, call)));
                }
            }
        }
    }

    /** Where outsiders' text does harm in a job, in the order of its steps. */
    public static List<Sink> of(NormalJob job, Definitions definitions) {
        Map<Job, List<Sink>> all;
        // Checks of several files may ask at once; the work is one for all.
        synchronized (definitions) {
            all = definitions.known(Flows.class, definitions, () -> new Flows(definitions).all());
        }
        return all.getOrDefault(job, List.of());
    }

    private Map<Job, List<Sink>> all() {
        IdentityHashMap<Job, List<Sink>> all = new IdentityHashMap<>();
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : inOrder(workflow)) {
                if (job instanceof NormalJob normal) {
                    flow(workflow, normal).ifPresent(flow -> all.put(job, flow.sinks()));
                }
            }
        }
        return all;
    }

    Definitions definitions() {
        return definitions;
    }

    /** The jobs, each after those that it needs; what needs itself is left at the end as written. */
    private List<Job> inOrder(Workflow workflow) {
        Map<String, Job> known = byId.getOrDefault(workflow, Map.of());
        IdentityHashMap<Job, Integer> missing = new IdentityHashMap<>();
        IdentityHashMap<Job, List<Job>> waiting = new IdentityHashMap<>();
        List<Job> ordered = new ArrayList<>();
        for (Job job : workflow.liveJobs()) {
            int count = 0;
            for (YamlScalar need : job.needs()) {
                Job needed = known.get(need.value().toLowerCase(Locale.ROOT));
                if (needed != null) {
                    waiting.computeIfAbsent(needed, any -> new ArrayList<>()).add(job);
                    count++;
                }
            }
            missing.put(job, count);
            if (count == 0) {
                ordered.add(job);
            }
        }
        for (int i = 0; i < ordered.size(); i++) {
            for (Job next : waiting.getOrDefault(ordered.get(i), List.of())) {
                if (missing.merge(next, -1, Integer::sum) == 0) {
                    ordered.add(next);
                }
            }
        }
        for (Job job : workflow.liveJobs()) {
            if (missing.get(job) > 0) {
                ordered.add(job);
            }
        }
        return ordered;
    }

    private Optional<JobFlow> flow(Workflow workflow, NormalJob job) {
        JobFlow known = jobs.get(job);
        if (known != null) {
            return Optional.of(known);
        }
        if (open.putIfAbsent(job, true) != null || depth > DEPTH_LIMIT) {
            return Optional.empty();
        }
        JobFlow flow = new JobFlow(this, workflow, job, events(workflow, job));
        flow.follow();
        jobs.put(job, flow);
        open.remove(job);
        return Optional.of(flow);
    }

    private OutsiderEvents events(Workflow workflow, NormalJob job) {
        Set<String> names = new TreeSet<>();
        for (CallPath way : Callers.of(workflow, definitions)) {
            for (Trigger trigger : way.triggers()) {
                if (CallPath.mayHold(job.condition(), trigger.event().value())) {
                    names.add(trigger.event().value());
                }
            }
        }
        return new OutsiderEvents(List.copyOf(names));
    }

    /** Whether a job's steps could get text from elsewhere though no outsider sets the job off. */
    boolean isGivenText(Workflow workflow, NormalJob job) {
        return workflow.runsOn("workflow_call")
                && !callers.getOrDefault(workflow.path(), List.of()).isEmpty();
    }

    /** The output of a job of a workflow. */
    Optional<Taint> output(Workflow workflow, String id, String name) {
        Job job = byId.getOrDefault(workflow, Map.of()).get(id);
        if (job instanceof NormalJob normal) {
            return flow(workflow, normal).flatMap(flow -> flow.output(name));
        }
        return job instanceof ReusableWorkflowCall call ? called(call, name) : Optional.empty();
    }

    private Optional<Taint> called(ReusableWorkflowCall call, String name) {
        Optional<String> path = LocalPath.of(call.uses().uses());
        if (path.isEmpty()
                || !(definitions.at(path.get()).orElse(null) instanceof Workflow target)
                || depth > DEPTH_LIMIT) {
            return Optional.empty();
        }
        Optional<YamlScalar> value = target.trigger("workflow_call")
                .flatMap(trigger -> trigger.outputs().get(name))
                .flatMap(NamedValues.Binding::mapping)
                .flatMap(declared -> declared.scalar("value"));
        Optional<Taint> found = Optional.empty();
        depth++;
        for (Fence fence : value.map(Fence::of).orElse(List.of())) {
            for (ContextPath read : fence.reads()) {
                List<String> names = read.segments();
                if (found.isEmpty() && names.size() >= 4 && names.get(0).equals("jobs")) {
                    found = output(target, names.get(1), names.get(3))
                            .map(taint -> taint.at(target.source().at(fence.span()), "is an output of the workflow"));
                }
            }
        }
        depth--;
        return found;
    }

    /** What any caller gives for an input. */
    Optional<Taint> input(Workflow workflow, String name) {
        String key = workflow.path() + "\0" + name;
        Optional<Taint> known = inputs.get(key);
        if (known != null) {
            return known;
        }
        inputs.put(key, Optional.empty());
        Optional<Taint> found = Optional.empty();
        depth++;
        for (Site site : depth > DEPTH_LIMIT ? List.<Site>of() : callers.getOrDefault(workflow.path(), List.of())) {
            Optional<YamlScalar> given = site.call().with().scalar(name);
            if (found.isEmpty() && given.isPresent()) {
                found = given(site, given.get());
            }
        }
        depth--;
        inputs.put(key, found);
        return found;
    }

    /** A value that a calling job gives: it has no steps of its own, and the events of its workflow. */
    private Optional<Taint> given(Site site, YamlScalar value) {
        Optional<Taint> found = Optional.empty();
        OutsiderEvents events = eventsOf(site);
        for (Fence fence : Fence.of(value)) {
            for (ContextPath read : fence.reads()) {
                List<String> names = read.segments();
                if (found.isEmpty()) {
                    found = switch (read.context()) {
                        case "github" ->
                            events.worded(read)
                                    .map(kind -> Taint.source(
                                            kind, site.workflow().source().at(fence.span()), "an outsider words it"));
                        case "needs" ->
                            names.size() >= 4 ? output(site.workflow(), names.get(1), names.get(3)) : Optional.empty();
                        case "inputs" -> names.size() == 2 ? input(site.workflow(), names.get(1)) : Optional.empty();
                        default -> Optional.<Taint>empty();
                    };
                }
            }
        }
        return found.map(taint -> taint.at(site.workflow().source().at(value.span()), "gives it as an input"));
    }

    private OutsiderEvents eventsOf(Site site) {
        Set<String> names = new TreeSet<>();
        for (CallPath way : Callers.of(site.workflow(), definitions)) {
            for (Trigger trigger : way.triggers()) {
                if (CallPath.mayHold(site.call().condition(), trigger.event().value())) {
                    names.add(trigger.event().value());
                }
            }
        }
        return new OutsiderEvents(List.copyOf(names));
    }
}
