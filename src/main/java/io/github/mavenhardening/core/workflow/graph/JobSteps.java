package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.GivenScripts;
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

    /** The steps that are kept. */
    private static final long KEPT = 100_000;

    private final Definitions definitions;
    private final NormalJob job;
    private final List<ReachedStep> found = new ArrayList<>();
    /** Composites that use each other twice unfold exponentially: so many steps of them are followed. */
    private int left;

    private boolean whole = true;

    private JobSteps(Definitions definitions, NormalJob job) {
        this.definitions = definitions;
        this.job = job;
        this.left = ReachLimit.of(definitions).jobs();
    }

    /** The steps, and whether they are all. */
    private record Unfolded(List<ReachedStep> steps, boolean isWhole) {}

    /**
     * The steps that can run, in their order; a step that uses a local composite comes before what it runs, and one whose action
     * is given scripts before those, each as a step of its own.
     *
     * @param definition the workflow that the job is of
     */
    public static List<ReachedStep> of(NormalJob job, Definition definition, Definitions definitions) {
        return unfolded(job, definition, definitions).steps();
    }

    /** Those of them that come after a step of the job itself. */
    public static List<ReachedStep> after(Step step, NormalJob job, Definition definition, Definitions definitions) {
        List<ReachedStep> all = of(job, definition, definitions);
        int at = 0;
        while (at < all.size()
                && !(all.get(at).frame().call().isEmpty()
                        && all.get(at).step().span().equals(step.span()))) {
            at++;
        }
        return all.subList(Math.min(at + 1, all.size()), all.size());
    }

    /** Whether {@link #of} has all steps of that job, for local actions do not unfold to more than are followed. */
    public static boolean areAllKnown(NormalJob job, Definition definition, Definitions definitions) {
        return unfolded(job, definition, definitions).isWhole();
    }

    private static Unfolded unfolded(NormalJob job, Definition definition, Definitions definitions) {
        Optional<Unfolded> known = definitions.known(JobSteps.class, job);
        if (known.isPresent()) {
            return known.get();
        }
        Unfolded unfolded = new JobSteps(definitions, job).unfold(CallPath.of(definition));
        return definitions.keepLast(
                JobSteps.class, job, unfolded, unfolded.steps().size(), KEPT);
    }

    private Unfolded unfold(CallPath frame) {
        for (Step step : job.liveSteps()) {
            add(step, frame);
        }
        return new Unfolded(List.copyOf(found), whole);
    }

    private void add(Step step, CallPath frame) {
        // Silent: the answer says whether it is whole, and GitHub runs nothing that is deeper.
        found.add(new ReachedStep(step, frame, job, definitions));
        for (Step script : GivenScripts.of(step)) {
            if (!script.run().orElseThrow().input().orElseThrow().isElsewhere()) {
                found.add(new ReachedStep(script, frame, job, definitions));
            }
        }
        if (step.body() instanceof Step.UsesAction action
                && definitions.own(action.uses().uses()).orElse(null) instanceof Action target
                && frame.depth() < DEPTH_LIMIT
                && !frame.leadsThrough(target)) {
            CallPath inner = called(target, action, step, frame);
            Optional<List<Step>> known = definitions.known(JobSteps.class, target);
            List<Step> steps =
                    known.isPresent() ? known.get() : definitions.keep(JobSteps.class, target, target.liveSteps());
            for (int i = 0; i < steps.size() && left > 0; i++) {
                left--;
                if (inner.mayHold(steps.get(i).condition())) {
                    add(steps.get(i), inner);
                }
            }
            whole &= left > 0;
        }
    }

    private CallPath called(Action target, Step.UsesAction action, Step step, CallPath frame) {
        return new CallPath(
                target,
                Optional.of(new CallPath.Call(
                        frame,
                        frame.call().isEmpty() ? Optional.of(job) : Optional.empty(),
                        step.condition(),
                        action.uses(),
                        action.with())));
    }
}
