package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Knows how a workflow gets to run: by events of its own, and by every workflow of the repository that calls it. */
public final class Callers {

    /** How deep reusable workflows may be nested; GitHub allows ten levels. */
    private static final int DEPTH_LIMIT = 10;
    /** Ways beyond these tell nothing new. */
    private static final int WAY_LIMIT = 64;

    private Callers() {}

    /** A call of a workflow of the repository. */
    private record Site(Workflow caller, ReusableWorkflowCall call) {}

    /** The ways to a workflow: itself where an event starts it or nothing that is known does, and each call. */
    public static List<Frame> of(Workflow workflow, Definitions definitions) {
        if (!workflow.runsOn("workflow_call")) {
            return List.of(Frame.of(workflow));
        }
        Optional<List<Frame>> known = definitions.known(Callers.class, workflow);
        return known.isPresent()
                ? known.get()
                : definitions.keep(Callers.class, workflow, ways(workflow, sites(definitions), 0));
    }

    private static List<Frame> ways(Workflow workflow, Map<String, List<Site>> sites, int depth) {
        List<Frame> ways = new ArrayList<>();
        if (!workflow.isReusableOnly()) {
            ways.add(Frame.of(workflow));
        }
        if (workflow.runsOn("workflow_call") && depth < DEPTH_LIMIT) {
            for (Site site : sites.getOrDefault(workflow.path(), List.of())) {
                if (ways.size() >= WAY_LIMIT) {
                    break;
                }
                ways(site.caller(), sites, depth + 1).stream()
                        .filter(way -> !way.leadsThrough(workflow))
                        .limit(WAY_LIMIT)
                        .forEach(way -> ways.add(called(workflow, way, site.call())));
            }
        }
        return ways.isEmpty() && depth == 0 ? List.of(Frame.of(workflow)) : List.copyOf(ways);
    }

    /** All calls within the repository, by the path of what they call. */
    private static Map<String, List<Site>> sites(Definitions definitions) {
        Optional<Map<String, List<Site>>> known = definitions.known(Site.class, definitions);
        return known.isPresent() ? known.get() : definitions.keep(Site.class, definitions, found(definitions));
    }

    private static Map<String, List<Site>> found(Definitions definitions) {
        Map<String, List<Site>> sites = new TreeMap<>();
        for (Workflow caller : definitions.workflows()) {
            for (Job job : caller.liveJobs()) {
                if (job instanceof ReusableWorkflowCall call) {
                    add(new Site(caller, call), sites);
                }
            }
        }
        return sites;
    }

    private static void add(Site site, Map<String, List<Site>> sites) {
        Optional<String> path = LocalPath.of(site.call().uses().uses());
        if (path.isPresent()) {
            List<Site> ofPath = sites.getOrDefault(path.get(), new ArrayList<>());
            ofPath.add(site);
            sites.put(path.get(), ofPath);
        }
    }

    private static Frame called(Workflow workflow, Frame caller, ReusableWorkflowCall call) {
        return new Frame(
                workflow,
                Optional.of(new Frame.Call(caller, Optional.of(call), call.condition(), call.uses(), call.with())));
    }
}
