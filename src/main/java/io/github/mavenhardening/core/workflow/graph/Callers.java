package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The callers of a workflow, by which it runs: by events of its own, and by every workflow of the repository that calls it. */
public final class Callers {

    /** How deep reusable workflows may be nested; GitHub allows ten levels. */
    private static final int DEPTH_LIMIT = 10;

    private final Calls calls;
    private final List<CallPath> ways = new ArrayList<>();
    /** What calls what on the way that is looked at, the outermost first. */
    private final Deque<Site> chain = new ArrayDeque<>();

    private final Set<String> onChain = new HashSet<>();
    private int left;

    private Callers(Calls calls, int limit) {
        this.calls = calls;
        this.left = limit;
    }

    /** A call of a workflow of the repository. */
    public record Site(Workflow caller, ReusableWorkflowCall call, Workflow called) {}

    /**
     * All calls within the repository.
     *
     * @param byCalled by the path of what is called
     * @param started the paths of the workflows that an event starts, or that such a one leads to
     */
    private record Calls(Map<String, List<Site>> byCalled, Set<String> started) {}

    /** The ways, and whether they are all. */
    private record Ways(List<CallPath> all, boolean isWhole) {}

    /** The ways to a workflow: itself where an event starts it or nothing that is known does, and each call. */
    public static List<CallPath> of(Workflow workflow, Definitions definitions) {
        return ways(workflow, definitions).all();
    }

    /** Whether {@link #of} has all ways to that workflow, for they are no more than are followed. */
    public static boolean areAllKnown(Workflow workflow, Definitions definitions) {
        return ways(workflow, definitions).isWhole();
    }

    private static Ways ways(Workflow workflow, Definitions definitions) {
        if (!workflow.runsOn("workflow_call")) {
            return new Ways(List.of(CallPath.of(workflow)), true);
        }
        Optional<Ways> known = definitions.known(Callers.class, workflow);
        return known.isPresent()
                ? known.get()
                : definitions.keep(
                        Callers.class,
                        workflow,
                        new Callers(
                                        calls(definitions),
                                        ReachLimit.of(definitions).ways())
                                .found(workflow));
    }

    private Ways found(Workflow workflow) {
        follow(workflow);
        return new Ways(ways.isEmpty() ? List.of(CallPath.of(workflow)) : List.copyOf(ways), left > 0);
    }

    private void follow(Workflow workflow) {
        // Silent: the answer says whether it is whole, and GitHub starts nothing that is deeper.
        if (left == 0 || --left == 0) {
            return;
        }
        if (!workflow.isReusableOnly()) {
            ways.add(way(workflow));
        }
        if (!workflow.runsOn("workflow_call") || chain.size() >= DEPTH_LIMIT) {
            return;
        }
        onChain.add(workflow.path());
        for (Site site : calls.byCalled().getOrDefault(workflow.path(), List.of())) {
            // A way that comes by here again, or that no event begins, is none.
            if (!onChain.contains(site.caller().path())
                    && calls.started().contains(site.caller().path())) {
                chain.push(site);
                follow(site.caller());
                chain.pop();
            }
        }
        onChain.remove(workflow.path());
    }

    /** From a workflow that an event starts down to the one that is asked for. */
    private CallPath way(Workflow started) {
        CallPath frame = CallPath.of(started);
        for (Site site : chain) {
            ReusableWorkflowCall call = site.call();
            frame = new CallPath(
                    site.called(),
                    Optional.of(
                            new CallPath.Call(frame, Optional.of(call), call.condition(), call.uses(), call.with())));
        }
        return frame;
    }

    /** The calls of a workflow within the repository, those of its callers' callers not included. */
    public static List<Site> sites(Workflow workflow, Definitions definitions) {
        return List.copyOf(calls(definitions).byCalled().getOrDefault(workflow.path(), List.of()));
    }

    /** Whether an event starts a workflow, or one of those that lead to it. */
    static boolean isStarted(Workflow workflow, Definitions definitions) {
        return calls(definitions).started().contains(workflow.path());
    }

    private static Calls calls(Definitions definitions) {
        Optional<Calls> known = definitions.known(Site.class, definitions);
        return known.isPresent() ? known.get() : definitions.keep(Site.class, definitions, found(definitions));
    }

    private static Calls found(Definitions definitions) {
        Map<String, List<Site>> byCalled = new HashMap<>();
        Map<String, Set<String>> byCaller = new HashMap<>();
        Deque<String> left = new ArrayDeque<>();
        for (Workflow caller : definitions.workflows()) {
            if (!caller.isReusableOnly()) {
                left.add(caller.path());
            }
            for (Job job : caller.liveJobs()) {
                Optional<Workflow> called =
                        job instanceof ReusableWorkflowCall call ? definitions.called(call) : Optional.empty();
                if (called.isPresent()) {
                    String path = called.get().path();
                    byCalled.putIfAbsent(path, new ArrayList<>());
                    byCalled.get(path).add(new Site(caller, (ReusableWorkflowCall) job, called.get()));
                    byCaller.putIfAbsent(caller.path(), new HashSet<>());
                    byCaller.get(caller.path()).add(path);
                }
            }
        }
        Set<String> started = new HashSet<>();
        while (!left.isEmpty()) {
            String path = left.poll();
            if (started.add(path)) {
                left.addAll(byCaller.getOrDefault(path, Set.of()));
            }
        }
        return new Calls(byCalled, started);
    }
}
