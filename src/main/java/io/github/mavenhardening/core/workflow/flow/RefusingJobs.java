package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.Guard;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Jobs that fail, or may wait, for who has no rights in the repository, and so keep those that need them from running. */
final class RefusingJobs {

    private final IdentityHashMap<Job, Boolean> checked = new IdentityHashMap<>();
    private final IdentityHashMap<NormalJob, Boolean> refusing = new IdentityHashMap<>();

    /**
     * Whether a job that a job needs, or one that this one needs, fails for who has no rights in the repository. Jobs are asked for
     * after those that they need, so that what is known of those is all there is.
     *
     * @param jobs the workflow's, by their ids in lower case
     */
    boolean before(Job job, Map<String, Job> jobs) {
        Boolean known = checked.get(job);
        if (known != null) {
            return known;
        }
        checked.put(job, false);
        boolean found = false;
        for (YamlScalar need : job.needs()) {
            Job needed = jobs.get(need.lower());
            found |= needed != null
                    && (checked.getOrDefault(needed, false)
                            || (needed instanceof NormalJob normal && isRefusing(normal)));
        }
        checked.put(job, found);
        return found;
    }

    /** The same for a job of which not all that it needs was asked for before. */
    boolean anywhereBefore(Job job, Map<String, Job> jobs) {
        Deque<Job> left = new ArrayDeque<>(List.of(job));
        Set<Job> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!left.isEmpty()) {
            for (YamlScalar need : left.poll().needs()) {
                Job needed = jobs.get(need.lower());
                if (needed instanceof NormalJob normal && isRefusing(normal)) {
                    return true;
                }
                if (needed != null && seen.add(needed)) {
                    left.add(needed);
                }
            }
        }
        return false;
    }

    private boolean isRefusing(NormalJob job) {
        Boolean known = refusing.get(job);
        if (known != null) {
            return known;
        }
        // An environment may ask for an approval, by rules that no file tells.
        boolean found = job.environment().isPresent();
        for (Step step : job.liveSteps()) {
            found = found || (Guard.stopsOthers(job) && Guard.refuses(step, job));
        }
        refusing.put(job, found);
        return found;
    }
}
