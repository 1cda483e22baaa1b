package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Unfolds a job into all the steps that it runs: local composite actions are followed, to any depth that GitHub allows. */
public final class JobSteps {

    /**
     * How deep composite actions may be nested.
     *
     * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#runs-for-composite-actions">
     *     runs for composite actions</a>
     */
    private static final int DEPTH_LIMIT = 10;
    /** Composites that use each other twice unfold exponentially; no job that people read has so many steps. */
    private static final int STEP_LIMIT = 2_000;

    private final Definitions definitions;
    private final NormalJob job;
    private final List<ReachedStep> found = new ArrayList<>();

    private JobSteps(Definitions definitions, NormalJob job) {
        this.definitions = definitions;
        this.job = job;
    }

    /**
     * The steps that can run, in their order; a step that uses a local composite comes before what it runs.
     *
     * @param definition the workflow that the job is of
     */
    public static List<ReachedStep> of(NormalJob job, Definition definition, Definitions definitions) {
        Optional<List<ReachedStep>> known = definitions.known(JobSteps.class, job);
        return known.isPresent()
                ? known.get()
                : definitions.keep(JobSteps.class, job, unfolded(job, definition, definitions));
    }

    private static List<ReachedStep> unfolded(NormalJob job, Definition definition, Definitions definitions) {
        JobSteps steps = new JobSteps(definitions, job);
        steps.add(job.liveSteps(), Frame.of(definition));
        return List.copyOf(steps.found);
    }

    private void add(List<Step> steps, Frame frame) {
        for (Step step : steps) {
            if (found.size() >= STEP_LIMIT) {
                return;
            }
            found.add(ReachedStep.of(step, frame, job, definitions));
            if (step.body() instanceof Step.UsesAction action
                    && definitions.target(action.uses().uses()).orElse(null) instanceof Action target
                    && frame.depth() < DEPTH_LIMIT
                    && !frame.leadsThrough(target)) {
                add(target.liveSteps(), called(target, action, step, frame));
            }
        }
    }

    private Frame called(Action target, Step.UsesAction action, Step step, Frame frame) {
        return new Frame(
                target,
                Optional.of(new Frame.Call(
                        frame,
                        frame.call().isEmpty() ? Optional.of(job) : Optional.empty(),
                        step.condition(),
                        action.uses(),
                        action.with())));
    }
}
