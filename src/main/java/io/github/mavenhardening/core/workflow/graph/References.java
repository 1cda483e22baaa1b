package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a definition names with {@code uses}. */
public final class References {

    private References() {}

    /** What a definition uses in jobs and steps that can run, worked out once. */
    public static List<UsesReference> live(Definition definition, Definitions definitions) {
        Optional<List<UsesReference>> known = definitions.known(References.class, definition);
        return known.isPresent() ? known.get() : definitions.keepLast(References.class, definition, live(definition));
    }

    private static List<UsesReference> live(Definition definition) {
        List<UsesReference> references = new ArrayList<>();
        if (definition instanceof Action action) {
            collect(action.liveSteps(), references);
        } else if (definition instanceof Workflow workflow) {
            for (Job job : workflow.liveJobs()) {
                if (job instanceof NormalJob normal) {
                    collect(normal.liveSteps(), references);
                } else if (job instanceof ReusableWorkflowCall call) {
                    references.add(call.uses());
                }
            }
        }
        return references;
    }

    /** Every {@code uses} in a definition, whether it runs or not. */
    public static List<UsesReference> of(Definition definition) {
        List<UsesReference> references = new ArrayList<>();
        if (definition instanceof Action action) {
            collect(action.steps(), references);
        } else if (definition instanceof Workflow workflow) {
            for (Job job : workflow.jobs()) {
                if (job instanceof NormalJob normal) {
                    collect(normal.steps(), references);
                } else if (job instanceof ReusableWorkflowCall call) {
                    references.add(call.uses());
                }
            }
        }
        return references;
    }

    private static void collect(List<Step> steps, List<UsesReference> references) {
        for (Step step : steps) {
            if (step.body() instanceof Step.UsesAction action) {
                references.add(action.uses());
            } else if (step.body() instanceof Step.Parallel parallel) {
                collect(parallel.steps(), references);
            }
        }
    }
}
