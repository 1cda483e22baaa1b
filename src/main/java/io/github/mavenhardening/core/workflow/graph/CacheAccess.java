package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.CacheMode;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.Optional;
import java.util.function.Predicate;

/** The cache access of a job: as far as it and every call that leads to it allow. What says nothing limits nothing. */
public final class CacheAccess {

    private final Job job;
    private final Workflow workflow;
    private final Definitions definitions;

    private CacheAccess(Job job, Workflow workflow, Definitions definitions) {
        this.job = job;
        this.workflow = workflow;
        this.definitions = definitions;
    }

    public static CacheAccess of(Job job, Workflow workflow, Definitions definitions) {
        return new CacheAccess(job, workflow, definitions);
    }

    /** Whether it gets what other runs have saved, by one of the ways to it at least. */
    public boolean restores() {
        return allows(CacheMode.Level::restores);
    }

    /** Whether later runs get what it saves, by one of the ways to it at least. */
    public boolean saves() {
        return allows(CacheMode.Level::saves);
    }

    private boolean allows(Predicate<CacheMode.Level> right) {
        return allows(workflow, job, right)
                && Callers.of(workflow, definitions).stream()
                        .anyMatch(way -> way.calls().stream().allMatch(call -> allows(call, right)));
    }

    /** A workflow that is called cannot get more than the job that calls it has. */
    private static boolean allows(CallPath.Call call, Predicate<CacheMode.Level> right) {
        return !(call.caller().definition() instanceof Workflow caller)
                || call.job().isEmpty()
                || allows(caller, call.job().get(), right);
    }

    private static boolean allows(Workflow workflow, Job job, Predicate<CacheMode.Level> right) {
        Optional<CacheMode> mode = workflow.cacheModeOf(job);
        return mode.isEmpty() || right.test(mode.get().level());
    }
}
