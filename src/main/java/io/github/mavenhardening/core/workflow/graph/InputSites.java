package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The places within a repository at which its actions and reusable workflows are given inputs. */
public final class InputSites {

    /** Actions elsewhere are there for other repositories as well. */
    private static final String OWN_ACTIONS = ".github/";

    private final Definitions definitions;
    private final Map<String, List<Site>> byCalled = new HashMap<>();

    private InputSites(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * One of them.
     *
     * @param place the step or job that gives them
     * @param with the inputs given
     */
    public record Site(WorkflowPosition place, NamedValues with) {}

    /** Those of a definition, but for those in workflows that nothing starts, and in jobs and steps that never run. */
    public static List<Site> of(Definition called, Definitions definitions) {
        Optional<InputSites> known = definitions.known(InputSites.class, definitions);
        InputSites sites = known.isPresent()
                ? known.get()
                : definitions.keep(InputSites.class, definitions, new InputSites(definitions).collected());
        return sites.byCalled.getOrDefault(called.path(), List.of());
    }

    private InputSites collected() {
        for (Workflow workflow : definitions.workflows()) {
            List<Job> jobs = Callers.isStarted(workflow, definitions) ? workflow.liveJobs() : List.of();
            for (Job job : jobs) {
                if (job instanceof ReusableWorkflowCall call) {
                    add(call.uses(), call.with(), workflow, Optional.of(job), Optional.empty());
                } else if (job instanceof NormalJob normal) {
                    add(normal.liveSteps(), workflow, Optional.of(job));
                }
            }
        }
        for (Action action : definitions.actions()) {
            add(action.liveSteps(), action, Optional.empty());
        }
        return this;
    }

    private void add(List<Step> steps, Definition caller, Optional<Job> job) {
        for (Step step : steps) {
            if (step.body() instanceof Step.UsesAction action) {
                add(action.uses(), action.with(), caller, job, Optional.of(step));
            }
        }
    }

    private void add(UsesReference uses, NamedValues with, Definition caller, Optional<Job> job, Optional<Step> step) {
        Optional<Definition> target = definitions.own(uses.uses());
        if (target.isEmpty()) {
            target = checkedOut(uses);
        }
        if (target.isPresent()) {
            byCalled.putIfAbsent(target.get().path(), new ArrayList<>());
            byCalled.get(target.get().path())
                    .add(new Site(new WorkflowPosition(definitions, Optional.of(caller), job, step), with));
        }
    }

    /** The action that a path leads to where the repository itself is checked out in a folder. */
    private Optional<Definition> checkedOut(UsesReference uses) {
        Optional<String> path = LocalPath.of(uses.uses());
        int own = path.isPresent() ? path.get().indexOf("/" + OWN_ACTIONS) : -1;
        return own < 0 ? Optional.empty() : definitions.within(path.get().substring(own + 1));
    }

    /**
     * The workflows that lead to an action, directly or by other actions; empty where any other may: it is there for other
     * repositories as well, nothing in this one uses it, or what uses it is not seen.
     */
    public static Set<Workflow> workflows(Action action, Definitions definitions) {
        Set<Workflow> found = new LinkedHashSet<>();
        Set<String> met = new HashSet<>(Set.of(action.path()));
        Deque<Definition> left = new ArrayDeque<>(List.of(action));
        while (!left.isEmpty()) {
            Definition next = left.poll();
            if (!areAll(next, definitions)) {
                return Set.of();
            }
            for (Site site : of(next, definitions)) {
                Definition caller = site.place().definition().orElseThrow();
                if (caller instanceof Workflow workflow) {
                    found.add(workflow);
                } else if (met.add(caller.path())) {
                    left.add(caller);
                }
            }
        }
        return found;
    }

    /** Whether those of a definition are all that there may be. */
    public static boolean areAll(Definition called, Definitions definitions) {
        return definitions.areWhole()
                && definitions.unreadable().isEmpty()
                && (called instanceof Workflow || called.path().startsWith(OWN_ACTIONS))
                && !of(called, definitions).isEmpty();
    }
}
