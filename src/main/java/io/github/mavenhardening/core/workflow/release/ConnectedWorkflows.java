package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.PublishingCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.Callers;
import io.github.mavenhardening.core.workflow.graph.ReachLimit;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Workflows that call or follow each other: what one of them does with what they publish counts for all. */
final class ConnectedWorkflows {

    private ConnectedWorkflows() {}

    /** Those that start after others: by the name or file that they wait for, and those that wait for a release. */
    private record Followers(Map<String, List<Workflow>> byName, List<Workflow> ofReleases) {}

    /**
     * The workflow itself, those that call it, what any of these calls, and those that start once one of them has ended or
     * published a release.
     */
    static List<Workflow> with(Workflow workflow, Definitions definitions, Repository repository) {
        Optional<List<Workflow>> known = definitions.known(ConnectedWorkflows.class, workflow);
        return known.isPresent()
                ? known.get()
                : definitions.keep(ConnectedWorkflows.class, workflow, find(workflow, definitions, repository));
    }

    private static List<Workflow> find(Workflow workflow, Definitions definitions, Repository repository) {
        Set<Workflow> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Workflow> left = new ArrayDeque<>();
        left.add(workflow);
        for (CallPath way : Callers.of(workflow, definitions)) {
            CallPath frame = way;
            while (frame.call().isPresent()) {
                frame = frame.call().get().caller();
                if (frame.definition() instanceof Workflow caller) {
                    left.add(caller);
                }
            }
        }
        List<Workflow> runs = new ArrayList<>();
        // Silent: what is beyond the limit does not count as evidence, so that a finding stands.
        int limit = ReachLimit.of(definitions).workflows();
        while (!left.isEmpty() && limit-- > 0) {
            Workflow next = left.poll();
            if (found.add(next)) {
                runs.add(next);
                left.addAll(called(next, definitions, repository));
                left.addAll(followers(next, definitions, repository));
            }
        }
        return List.copyOf(runs);
    }

    private static List<Workflow> called(Workflow workflow, Definitions definitions, Repository repository) {
        List<Workflow> called = new ArrayList<>();
        for (Job job : workflow.liveJobs()) {
            Optional<Definition> target = job instanceof ReusableWorkflowCall call
                    ? definitions.target(here(call.uses().uses(), repository))
                    : Optional.empty();
            if (target.orElse(null) instanceof Workflow found) {
                called.add(found);
            }
        }
        return called;
    }

    /**
     * A workflow of the repository itself that is called by the repository's name, as one of the checkout. Where that name is not
     * known, one that is at the same path is taken for it: it counts as evidence alone.
     */
    private static Uses here(Uses uses, Repository repository) {
        if (uses instanceof Uses.Repository called
                && called.path().isPresent()
                && (repository.slug().isEmpty()
                        || repository.slug().get().toString().equalsIgnoreCase(called.slug()))) {
            return new Uses.Local("./" + called.path().get());
        }
        return uses;
    }

    private static List<Workflow> followers(Workflow workflow, Definitions definitions, Repository repository) {
        Optional<Followers> known = definitions.known(Followers.class, definitions);
        Followers all = known.isPresent()
                ? known.get()
                : definitions.keep(Followers.class, definitions, followers(definitions));
        List<Workflow> followers = new ArrayList<>(all.byName().getOrDefault(workflow.path(), List.of()));
        if (workflow.name().isPresent()) {
            followers.addAll(all.byName().getOrDefault(workflow.name().get().value(), List.of()));
        }
        if (!all.ofReleases().isEmpty() && releases(workflow, definitions, repository)) {
            followers.addAll(all.ofReleases());
        }
        return followers;
    }

    private static boolean releases(Workflow workflow, Definitions definitions, Repository repository) {
        for (Release release : Releases.of(workflow, definitions, repository)) {
            if (release.kind() == PublishingCommand.Kind.RELEASE) {
                return true;
            }
        }
        return workflow.runsOn("release");
    }

    private static Followers followers(Definitions definitions) {
        Map<String, List<Workflow>> byName = new HashMap<>();
        List<Workflow> ofReleases = new ArrayList<>();
        for (Workflow workflow : definitions.workflows()) {
            if (workflow.runsOn("release")) {
                ofReleases.add(workflow);
            }
            Optional<Trigger> trigger = workflow.trigger("workflow_run");
            if (trigger.isPresent()) {
                for (YamlScalar name : trigger.get().filter("workflows")) {
                    byName.putIfAbsent(name.value(), new ArrayList<>());
                    byName.get(name.value()).add(workflow);
                }
            }
        }
        return new Followers(byName, ofReleases);
    }
}
