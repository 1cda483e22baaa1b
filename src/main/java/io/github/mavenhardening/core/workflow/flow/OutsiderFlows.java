package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.checkout.NamedHeads;
import io.github.mavenhardening.core.workflow.graph.CalledParts;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What of outsiders is followed through workflows: their text, and what names their code. Those that call one another are followed once, together. */
public final class OutsiderFlows {

    /**
     * What is known of outsiders' text.
     *
     * @param sinks those of jobs that have some
     * @param gaps the paths of workflows that are not followed wholly
     */
    private record Texts(Map<Job, List<Sink>> sinks, Set<String> gaps) {}

    /**
     * What names pull requests' heads.
     *
     * @param heads those of jobs that are followed
     * @param gaps the paths of workflows that are not followed wholly
     */
    private record Heads(Map<Job, NamedHeads> heads, Set<String> gaps) {}

    private OutsiderFlows() {}

    /** Where outsiders' text does harm in a job of a workflow, in the order of its steps. */
    public static List<Sink> of(NormalJob job, Workflow workflow, Definitions definitions, Repository repository) {
        return texts(workflow, definitions, repository).sinks().getOrDefault(job, List.of());
    }

    /** Whether all ways of text through the jobs of a workflow are followed, for they are no longer than can be. */
    public static boolean areAllKnown(Workflow workflow, Definitions definitions, Repository repository) {
        return !texts(workflow, definitions, repository).gaps().contains(workflow.path());
    }

    /** What in jobs leads to a pull request's code by what their steps look up; followed when first asked for. */
    public static NamedHeads.OfJobs heads(Definitions definitions, Repository repository) {
        return (job, workflow) -> {
            Optional<Heads> known = definitions.known(Heads.class, workflow);
            return (known.isPresent() ? known.get() : followHeads(workflow, definitions, repository))
                    .heads()
                    .getOrDefault(job, JobHeads.NONE);
        };
    }

    /** Whether all ways of heads are followed that were asked for in a workflow, for they are no longer than can be. */
    public static boolean areAllHeadsKnown(Workflow workflow, Definitions definitions) {
        Optional<Heads> known = definitions.known(Heads.class, workflow);
        return known.isEmpty() || !known.get().gaps().contains(workflow.path());
    }

    private static Texts texts(Workflow workflow, Definitions definitions, Repository repository) {
        Optional<Texts> known = definitions.known(Texts.class, workflow);
        if (known.isPresent()) {
            return known.get();
        }
        List<Workflow> part = CalledParts.with(workflow, definitions);
        Flows flows = Flows.follow(part, definitions, repository, Optional.of(heads(definitions, repository)));
        IdentityHashMap<Job, List<Sink>> sinks = new IdentityHashMap<>();
        flows.jobs().forEach((job, flow) -> {
            List<Sink> found = flow.sinks();
            if (!found.isEmpty()) {
                sinks.put(job, found);
            }
        });
        Texts found = new Texts(sinks, flows.gaps());
        for (Workflow each : part) {
            definitions.keep(Texts.class, each, found);
        }
        return found;
    }

    private static Heads followHeads(Workflow workflow, Definitions definitions, Repository repository) {
        List<Workflow> part = CalledParts.with(workflow, definitions);
        Flows flows = Flows.follow(part, definitions, repository, Optional.empty());
        IdentityHashMap<Job, NamedHeads> heads = new IdentityHashMap<>();
        flows.jobs().forEach((job, flow) -> heads.put(job, flow.heads()));
        Heads found = new Heads(heads, flows.gaps());
        for (Workflow each : part) {
            definitions.keep(Heads.class, each, found);
        }
        return found;
    }
}
