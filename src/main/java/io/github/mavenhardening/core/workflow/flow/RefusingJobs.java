package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.Guard;
import io.github.mavenhardening.core.workflow.graph.SkippedJobs;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Jobs that fail, are skipped, or may wait, for who has no rights in the repository, and so keep those that need them from running. */
final class RefusingJobs {

    private final IdentityHashMap<Job, Boolean> checked = new IdentityHashMap<>();
    private final IdentityHashMap<Job, Boolean> refusing = new IdentityHashMap<>();

    /**
     * Whether a job that a job needs, or one that this one needs, fails for who has no rights in the repository. Jobs are asked for
     * after those that they need, so that what is known of those is all there is.
     *
     * @param jobs the workflow's, by their ids in lower case
     * @param events the names of those that start it
     */
    boolean before(Job job, Map<String, Job> jobs, List<String> events) {
        Boolean known = checked.get(job);
        if (known != null) {
            return known;
        }
        checked.put(job, false);
        boolean found = false;
        boolean waits = !SkippedJobs.runsWhatever(job.condition());
        for (YamlScalar need : waits ? job.needs() : List.<YamlScalar>of()) {
            Job needed = jobs.get(need.lower());
            found |= needed != null && (checked.getOrDefault(needed, false) || isRefusing(needed, events));
        }
        checked.put(job, found);
        return found;
    }

    /** The same for a job of which not all that it needs was asked for before. */
    boolean anywhereBefore(Job job, Map<String, Job> jobs, List<String> events) {
        Deque<Job> left = new ArrayDeque<>(List.of(job));
        Set<Job> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!left.isEmpty()) {
            for (YamlScalar need : left.poll().needs()) {
                Job needed = jobs.get(need.lower());
                if (needed != null && isRefusing(needed, events)) {
                    return true;
                }
                if (needed != null && seen.add(needed)) {
                    left.add(needed);
                }
            }
        }
        return false;
    }

    private boolean isRefusing(Job job, List<String> events) {
        Boolean known = refusing.get(job);
        if (known != null) {
            return known;
        }
        // What needs a job that is skipped is skipped with it.
        boolean found = Guard.keepsSenders(job.condition(), events) || Guard.keepsBots(job.condition(), events);
        if (job instanceof NormalJob normal) {
            // An environment may ask for an approval, by rules that no file tells.
            found |= normal.environment().isPresent();
            for (Step step : normal.liveSteps()) {
                found = found || (Guard.stopsOthers(normal) && Guard.refuses(step, normal));
            }
        }
        refusing.put(job, found);
        return found;
    }
}
