package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.CacheMode;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.Optional;

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
        return allows(false);
    }

    /** Whether later runs get what it saves, by one of the ways to it at least. */
    public boolean saves() {
        return allows(true);
    }

    private boolean allows(boolean isSaving) {
        if (!allows(workflow, job, isSaving)) {
            return false;
        }
        for (CallPath way : Callers.of(workflow, definitions)) {
            if (allows(way, isSaving)) {
                return true;
            }
        }
        return false;
    }

    /** A workflow that is called cannot get more than the job that calls it has. */
    private static boolean allows(CallPath way, boolean isSaving) {
        for (CallPath.Call call : way.calls()) {
            if (call.caller().definition() instanceof Workflow caller
                    && call.job().isPresent()
                    && !allows(caller, call.job().get(), isSaving)) {
                return false;
            }
        }
        return true;
    }

    private static boolean allows(Workflow workflow, Job job, boolean isSaving) {
        Optional<CacheMode> mode = workflow.cacheModeOf(job);
        return mode.isEmpty()
                || (isSaving ? mode.get().level().saves() : mode.get().level().restores());
    }
}
