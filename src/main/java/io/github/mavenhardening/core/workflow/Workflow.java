package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A workflow.
 *
 * @param triggers the events of {@code on:}
 * @param permissions what its token may do; empty when it does not say
 * @param cacheMode what its jobs may do with the cache; empty when it does not say
 * @param env variables of all its jobs
 * @param concurrency the key {@code concurrency}, where it is there
 * @param jobs in the order of the text
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax">Workflow syntax</a>
 */
public record Workflow(
        YamlDocument document,
        YamlMapping mapping,
        Optional<YamlScalar> name,
        List<Trigger> triggers,
        Optional<Permissions> permissions,
        Optional<CacheMode> cacheMode,
        NamedValues env,
        Optional<RunDefaults> defaults,
        Optional<YamlScalar> concurrency,
        List<Job> jobs,
        List<Problem> problems)
        implements Definition {

    public Workflow {
        triggers = List.copyOf(triggers);
        jobs = List.copyOf(jobs);
        problems = List.copyOf(problems);
    }

    /** Its jobs but for those whose condition is false whatever happens. */
    public List<Job> liveJobs() {
        List<Job> live = new ArrayList<>();
        for (Job job : jobs) {
            if (!job.isNever()) {
                live.add(job);
            }
        }
        return List.copyOf(live);
    }

    /** Where {@code on:} stands, with all that is under it; empty when there is none. */
    public Optional<Span> on() {
        Optional<YamlMapping.Entry> on = mapping.entry("on");
        return on.isPresent() ? Optional.of(YamlNodes.span(on.get())) : Optional.empty();
    }

    /** The trigger for that event; empty when the workflow does not run on it. */
    public Optional<Trigger> trigger(String event) {
        for (Trigger trigger : triggers) {
            if (trigger.is(event)) {
                return Optional.of(trigger);
            }
        }
        return Optional.empty();
    }

    /** Whether it runs on that event. */
    public boolean runsOn(String event) {
        return trigger(event).isPresent();
    }

    /** Whether other workflows call it, and nothing else starts it. */
    public boolean isReusableOnly() {
        return triggers.size() == 1 && runsOn("workflow_call");
    }

    /** What the token of a job of this workflow may do: its own permissions where it has any, else the workflow's. */
    public Optional<Permissions> permissionsOf(Job job) {
        return job.permissions().isPresent() ? job.permissions() : permissions;
    }

    /** What a job of this workflow may do with the cache: what it says itself, else what the workflow says. */
    public Optional<CacheMode> cacheModeOf(Job job) {
        return job.cacheMode().isPresent() ? job.cacheMode() : cacheMode;
    }

    /** What is found of a job, for that one and for all that wait for it: by their ids in lower case. */
    public <T> Map<String, T> passedOn(Function<Job, Optional<T>> found) {
        Map<String, T> passed = new HashMap<>();
        Map<String, List<String>> waiting = new HashMap<>();
        Deque<String> left = new ArrayDeque<>();
        for (Job job : liveJobs()) {
            String id = job.id().lower();
            for (YamlScalar need : job.needs()) {
                String needed = need.lower();
                waiting.putIfAbsent(needed, new ArrayList<>());
                waiting.get(needed).add(id);
            }
            Optional<T> own = found.apply(job);
            if (own.isPresent()) {
                passed.put(id, own.get());
                left.add(id);
            }
        }
        while (!left.isEmpty()) {
            String id = left.remove();
            for (String next : waiting.getOrDefault(id, List.of())) {
                if (passed.putIfAbsent(next, passed.get(id)) == null) {
                    left.add(next);
                }
            }
        }
        return passed;
    }
}
