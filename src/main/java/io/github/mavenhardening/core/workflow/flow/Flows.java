package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.checkout.NamedHeads;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Outsiders' text through workflows that call one another. Each job is followed once, after those that it needs; what it reads of
 * other jobs, of callers and of called workflows is asked of those, in the direction that it flows. Where jobs wait for a called
 * workflow that they give text to in another call, all is followed again with what was found before.
 */
final class Flows implements OtherJobs {

    /** So many jobs of other workflows may wait for each other: twice as many as GitHub lets calls be nested. */
    private static final int DEPTH_LIMIT = 20;

    /** So often all is followed; each time text comes one more call further. */
    private static final int ROUNDS = 4;

    /** So many characters of scripts that steps call are followed, each as often as it is called. */
    private static final long CALLED_LIMIT = 1_000_000;

    private final Definitions definitions;
    private final Repository repository;
    private final List<Workflow> workflows;
    private Optional<Flows> before;
    private final IdentityHashMap<Job, JobFlow> jobs = new IdentityHashMap<>();
    /** Jobs being followed: what reads itself brings what it brought before. */
    private final IdentityHashMap<Job, Boolean> open = new IdentityHashMap<>();

    private final IdentityHashMap<Job, Boolean> prepared = new IdentityHashMap<>();
    private final IdentityHashMap<Workflow, Map<String, Job>> byId = new IdentityHashMap<>();

    private final GivenInputs givens = new GivenInputs();

    private final Map<String, Optional<Taint>> inputs = new HashMap<>();
    private final IdentityHashMap<Job, Map<String, Optional<Taint>>> called = new IdentityHashMap<>();
    private final StartingEvents events;
    /** What names pull requests' heads; empty where that is followed, and not what does harm as a text. */
    private final Optional<NamedHeads.OfJobs> heads;

    private final CheckedJobs checked;
    private final SentTexts sent = new SentTexts();

    private final Set<String> cut = new HashSet<>();
    /** The paths of workflows with jobs that wait for themselves. */
    private final Set<String> circular = new HashSet<>();

    private int depth;
    private long calledCharacters;

    private Flows(
            List<Workflow> workflows,
            Definitions definitions,
            Repository repository,
            Optional<NamedHeads.OfJobs> heads,
            Optional<Flows> before) {
        this.heads = heads;
        this.definitions = definitions;
        this.repository = repository;
        this.workflows = workflows;
        this.before = before;
        before.ifPresent(earlier -> sent.addAll(earlier.sent));
        this.events = new StartingEvents(definitions);
        this.checked = new CheckedJobs(definitions, byId);
        for (Workflow workflow : workflows) {
            for (Job job : workflow.liveJobs()) {
                byId.putIfAbsent(workflow, new HashMap<>());
                byId.get(workflow).putIfAbsent(job.id().lower(), job);
                if (job instanceof ReusableWorkflowCall call) {
                    givens.add(workflow, call, definitions);
                }
            }
        }
    }

    /**
     * Follows workflows that call one another.
     *
     * @param heads what names pull requests' heads in their jobs; empty to follow that itself
     */
    static Flows follow(
            List<Workflow> part, Definitions definitions, Repository repository, Optional<NamedHeads.OfJobs> heads) {
        Flows flows = new Flows(part, definitions, repository, heads, Optional.empty());
        flows.followAll();
        // What is sent reaches jobs that were followed before those that send it.
        boolean isNew = !flows.circular.isEmpty() || flows.sent.areLate();
        for (int round = 1; isNew && round < ROUNDS; round++) {
            Flows next = new Flows(part, definitions, repository, heads, Optional.of(flows));
            next.followAll();
            isNew = next.sent.areLate() || (!next.circular.isEmpty() && next.size() > flows.size());
            // What was before is asked no more.
            flows.before = Optional.empty();
            flows = next;
        }
        if (isNew) {
            flows.cut.addAll(flows.circular);
            for (Workflow workflow : part) {
                if (flows.sent.areFor(workflow)) {
                    flows.cut(workflow);
                }
            }
        }
        return flows;
    }

    private OutsiderEvents events(Workflow workflow, Job job) {
        OutsiderEvents starting = events.of(workflow, job);
        return heads.isEmpty() ? starting.forHeads() : starting;
    }

    /** The jobs that were followed. */
    Map<Job, JobFlow> jobs() {
        return jobs;
    }

    /** The paths of workflows that are not followed wholly. */
    Set<String> gaps() {
        return cut;
    }

    private void followAll() {
        for (Workflow workflow : workflows) {
            for (Job job : workflow.liveJobs()) {
                if (job instanceof NormalJob normal) {
                    flow(workflow, normal);
                }
            }
        }
    }

    /** How much was found: more than before only where text came further. */
    private int size() {
        return jobs.values().stream().mapToInt(JobFlow::size).sum();
    }

    @Override
    public Definitions definitions() {
        return definitions;
    }

    @Override
    public Repository repository() {
        return repository;
    }

    @Override
    public NamedHeads.OfJobs heads() {
        return heads.orElse((job, workflow) -> JobHeads.NONE);
    }

    @Override
    public boolean mayFollow(int characters) {
        calledCharacters += characters;
        // Silent: who asks cuts the job, which is reported with the workflow.
        return calledCharacters <= CALLED_LIMIT;
    }

    @Override
    public void cut(Workflow workflow) {
        cut.add(workflow.path());
    }

    private Optional<JobFlow> flow(Workflow workflow, NormalJob job) {
        prepare(workflow, job);
        JobFlow known = jobs.get(job);
        if (known != null) {
            return Optional.of(known);
        }
        if (open.containsKey(job)) {
            circular.add(workflow.path());
            return before.map(earlier -> earlier.jobs.get(job));
        }
        // Silent: what is cut is reported with the workflow.
        if (depth > DEPTH_LIMIT) {
            cut(workflow);
            return Optional.empty();
        }
        open.put(job, true);
        depth++;
        JobFlow flow = new JobFlow(this, workflow, job, events(workflow, job));
        flow.follow();
        depth--;
        open.remove(job);
        jobs.put(job, flow);
        return Optional.of(flow);
    }

    /** Follows the jobs that a job needs, the first of them first, so that a long chain of them is not deep. */
    private void prepare(Workflow workflow, Job wanted) {
        if (prepared.putIfAbsent(wanted, true) != null) {
            return;
        }
        Map<String, Job> known = byId.getOrDefault(workflow, Map.of());
        Deque<Job> waiting = new ArrayDeque<>();
        Deque<Job> ordered = new ArrayDeque<>();
        waiting.push(wanted);
        IdentityHashMap<Job, Boolean> entered = new IdentityHashMap<>();
        while (!waiting.isEmpty()) {
            Job job = waiting.peek();
            if (entered.putIfAbsent(job, true) != null) {
                waiting.pop();
                ordered.add(job);
                continue;
            }
            for (YamlScalar need : job.needs()) {
                Job needed = known.get(need.lower());
                if (needed != null && prepared.putIfAbsent(needed, true) == null) {
                    waiting.push(needed);
                }
            }
        }
        for (Job job : ordered) {
            if (job != wanted && job instanceof NormalJob normal) {
                flow(workflow, normal);
            }
        }
    }

    @Override
    public boolean isGivenText(Workflow workflow) {
        return (workflow.runsOn("workflow_call") && givens.areFor(workflow)) || sent.areFor(workflow);
    }

    @Override
    public void send(SentText text) {
        if (text.isWithin(repository.slug())) {
            sent.add(text);
        }
    }

    @Override
    public Optional<Taint> sent(ContextPath path, Workflow workflow, Job job) {
        return sent.in(path, workflow, job);
    }

    @Override
    public boolean isChecked(Workflow workflow, Job job) {
        return checked.isBehind(job, workflow);
    }

    @Override
    public Optional<Taint> needed(Workflow workflow, Job by, String id, String name) {
        for (YamlScalar need : by.needs()) {
            if (need.lower().equals(id)) {
                return output(workflow, id, name);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<LeftArtifacts> left(Workflow workflow, String need) {
        return byId.getOrDefault(workflow, Map.of()).get(need) instanceof NormalJob normal
                ? flow(workflow, normal).map(JobFlow::artifacts)
                : Optional.empty();
    }

    private Optional<Taint> output(Workflow workflow, String id, String name) {
        Job job = byId.getOrDefault(workflow, Map.of()).get(id);
        if (job instanceof NormalJob normal) {
            Optional<JobFlow> flow = flow(workflow, normal);
            return flow.isPresent() ? flow.get().output(name) : Optional.empty();
        }
        if (!(job instanceof ReusableWorkflowCall call)) {
            return Optional.empty();
        }
        called.putIfAbsent(call, new HashMap<>());
        Map<String, Optional<Taint>> known = called.get(call);
        Optional<Taint> found = known.get(name);
        if (found == null) {
            prepare(workflow, call);
            found = called(workflow, call, name);
            known.put(name, found);
        }
        return found;
    }

    private Optional<Taint> called(Workflow workflow, ReusableWorkflowCall call, String name) {
        Optional<Workflow> known = definitions.called(call);
        if (known.isEmpty()) {
            return heads.isEmpty() && HeadNames.isOutput(name)
                    ? Optional.of(
                            Taint.source(Taint.Kind.WORD, workflow.source().at(call.span()), "calls it"))
                    : Optional.empty();
        }
        Workflow target = known.get();
        // Silent: what is cut is reported with the workflow.
        if (depth > DEPTH_LIMIT) {
            cut(workflow);
            return Optional.empty();
        }
        Optional<YamlScalar> value = target.trigger("workflow_call")
                .flatMap(trigger -> trigger.outputs().get(name))
                .flatMap(NamedValues.Binding::mapping)
                .flatMap(declared -> declared.scalar("value"));
        depth++;
        Optional<Taint> found = value.flatMap(scalar -> Taint.first(scalar, (read, fence) -> {
            List<String> names = read.segments();
            return names.size() >= 4 && names.get(0).equals("jobs")
                    ? output(target, names.get(1), names.get(3))
                            .map(taint -> taint.at(target.source().at(fence.span()), "is an output of the workflow"))
                    : Optional.empty();
        }));
        depth--;
        return found;
    }

    @Override
    public Optional<Taint> input(Workflow workflow, String name) {
        String key = workflow.path() + "\0" + name;
        Optional<Taint> known = inputs.get(key);
        if (known != null) {
            return known;
        }
        // Silent: what is cut is reported with the workflow.
        if (depth > DEPTH_LIMIT) {
            cut(workflow);
            return Optional.empty();
        }
        inputs.put(key, before.map(earlier -> earlier.inputs.get(key)).orElse(Optional.empty()));
        Optional<Taint> found = Optional.empty();
        depth++;
        for (GivenInputs.Given each : givens.of(workflow, name)) {
            found = found.isPresent() ? found : given(each);
        }
        depth--;
        inputs.put(key, found);
        return found;
    }

    /** A value that a calling job gives: it has no steps of its own, and the events of its workflow. */
    private Optional<Taint> given(GivenInputs.Given site) {
        Workflow workflow = site.workflow();
        prepare(workflow, site.call());
        OutsiderEvents starting = events(workflow, site.call());
        return Taint.first(site.value(), (read, fence) -> read(read, fence, site, starting))
                .map(taint -> taint.at(workflow.source().at(site.value().span()), "gives it as an input"));
    }

    private Optional<Taint> read(ContextPath read, Fence fence, GivenInputs.Given site, OutsiderEvents events) {
        List<String> names = read.segments();
        Workflow workflow = site.workflow();
        return switch (read.context()) {
            case "github" ->
                events.worded(read)
                        .map(kind -> Taint.source(kind, workflow.source().at(fence.span()), "an outsider words it"))
                        .or(() -> sent(read, workflow, site.call()));
            case "needs" ->
                names.size() >= 4 ? needed(workflow, site.call(), names.get(1), names.get(3)) : Optional.empty();
            case "inputs" ->
                names.size() == 2
                        ? input(workflow, names.get(1)).or(() -> sent(read, workflow, site.call()))
                        : Optional.empty();
            case "matrix" -> matrix(read, site, events);
            default -> Optional.empty();
        };
    }

    private Optional<Taint> matrix(ContextPath path, GivenInputs.Given site, OutsiderEvents events) {
        for (Matrix.Expansion expansion :
                site.call().matrix().map(matrix -> matrix.valuesOf(path)).orElse(List.of())) {
            Optional<Taint> found = Taint.first(
                    expansion.origin(),
                    (read, fence) ->
                            read.context().equals("matrix") ? Optional.empty() : read(read, fence, site, events));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
