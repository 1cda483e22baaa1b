package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import java.util.List;
import java.util.Optional;

/**
 * The context of workflow checks: the position in the walk over workflows and actions, its surroundings, and the sink of its
 * findings. Immutable.
 */
public final class WorkflowContext extends WorkflowPosition {

    private final CheckContext run;
    private final FindingSink sink;

    private WorkflowContext(
            CheckContext run,
            Definitions definitions,
            Optional<Definition> definition,
            Optional<Job> job,
            Optional<Step> step,
            FindingSink sink) {
        super(definitions, definition, job, step);
        this.run = run;
        this.sink = sink;
    }

    /** Where a run begins. */
    public static WorkflowContext of(CheckContext run, Definitions definitions, FindingSink sink) {
        return new WorkflowContext(run, definitions, Optional.empty(), Optional.empty(), Optional.empty(), sink);
    }

    /** The same, within a definition. */
    public WorkflowContext in(Definition inner) {
        return new WorkflowContext(run, definitions(), Optional.of(inner), Optional.empty(), Optional.empty(), sink);
    }

    /** The same, within a job. */
    public WorkflowContext in(Job inner) {
        return new WorkflowContext(run, definitions(), definition(), Optional.of(inner), Optional.empty(), sink);
    }

    /** The same, within a step. */
    public WorkflowContext in(Step inner) {
        return new WorkflowContext(run, definitions(), definition(), job(), Optional.of(inner), sink);
    }

    /** The run as every family's checks know it. */
    public CheckContext run() {
        return run;
    }

    /** The options of the check that declares that record. */
    public <O extends Record> O options(Class<O> type) {
        return run.options(type);
    }

    /**
     * Leaves a finding. One in a step is about the step as a whole and the comments below it, unless the check says what it is
     * about.
     */
    public void report(Finding.Builder finding) {
        if (definition().isPresent()) {
            Definition file = definition().get();
            Optional<Span> place = finding.placeWithoutScope(file.path());
            Optional<Span> around = place.isPresent() ? stepAround(place.get()) : Optional.empty();
            if (around.isPresent()) {
                finding.scope(file.document().withCommentsBelow(around.get()));
            }
        }
        sink.add(finding);
    }

    private Optional<Span> stepAround(Span place) {
        if (step().isPresent()) {
            Span span = step().get().span();
            return span.contains(place) ? Optional.of(span) : Optional.empty();
        }
        Object part = job().isPresent() ? job().get() : definition().orElseThrow();
        Optional<StepSpans> known = definitions().known(StepSpans.class, part);
        StepSpans spans =
                known.isPresent() ? known.get() : definitions().keepLast(StepSpans.class, part, new StepSpans(steps()));
        return spans.around(place);
    }

    private List<Step> steps() {
        if (job().isPresent()) {
            return normalJob().isPresent() ? normalJob().get().steps() : List.of();
        }
        return action().isPresent() ? action().get().steps() : List.of();
    }
}
