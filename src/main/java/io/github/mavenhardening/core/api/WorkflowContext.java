package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/**
 * Where the walk over workflows and actions is, and where its findings go.
 *
 * @param context what surrounds the run
 * @param definitions all definitions of the repository, to follow references within it
 * @param definition the workflow or action that the walk is in; empty for the repository as a whole
 * @param job the job that it is in; empty outside jobs and in actions
 * @param step the step that it is in
 * @param sink where findings go
 */
public record WorkflowContext(
        CheckContext context,
        Definitions definitions,
        Optional<Definition> definition,
        Optional<Job> job,
        Optional<Step> step,
        FindingSink sink) {

    /** Where a run begins. */
    public static WorkflowContext of(CheckContext context, Definitions definitions, FindingSink sink) {
        return new WorkflowContext(context, definitions, Optional.empty(), Optional.empty(), Optional.empty(), sink);
    }

    /** The same, within a definition. */
    public WorkflowContext in(Definition inner) {
        return new WorkflowContext(context, definitions, Optional.of(inner), Optional.empty(), Optional.empty(), sink);
    }

    /** The same, within a job. */
    public WorkflowContext in(Job inner) {
        return new WorkflowContext(context, definitions, definition, Optional.of(inner), Optional.empty(), sink);
    }

    /** The same, within a step. */
    public WorkflowContext in(Step inner) {
        return new WorkflowContext(context, definitions, definition, job, Optional.of(inner), sink);
    }

    /** The workflow that the walk is in; empty in actions. */
    public Optional<Workflow> workflow() {
        return definition.orElse(null) instanceof Workflow workflow ? Optional.of(workflow) : Optional.empty();
    }

    /** The action that the walk is in; empty in workflows. */
    public Optional<Action> action() {
        return definition.orElse(null) instanceof Action action ? Optional.of(action) : Optional.empty();
    }

    /** The job of steps that the walk is in. */
    public Optional<NormalJob> normalJob() {
        return job.orElse(null) instanceof NormalJob normal ? Optional.of(normal) : Optional.empty();
    }

    /** The matrix of the job that the walk is in. */
    public Optional<Matrix> matrix() {
        return job.isPresent() ? job.get().matrix() : Optional.empty();
    }

    /** What the token of the job that the walk is in may do, by the job's word or the workflow's; empty when none says. */
    public Optional<Permissions> permissions() {
        Optional<Workflow> workflow = workflow();
        return job.isPresent() && workflow.isPresent() ? workflow.get().permissionsOf(job.get()) : Optional.empty();
    }

    /** Whether a secret other than the job's own token reaches the job that the walk is in. */
    public boolean hasSecrets() {
        return job.isPresent() && definitions.known(Job.class, job.get(), job.get()::hasSecrets);
    }

    /** Whether the job that the walk is in has a secret, or a token that is said to write. */
    public boolean isPrivileged() {
        Optional<Permissions> permissions = permissions();
        return hasSecrets() || (permissions.isPresent() && permissions.get().allowsWrite());
    }

    /**
     * A place in the definition that the walk is in.
     *
     * @throws IllegalStateException outside a definition
     */
    public Location at(Span span) {
        return definition
                .orElseThrow(() -> new IllegalStateException("the walk is in no definition"))
                .source()
                .at(span);
    }

    /**
     * Leaves a finding. One in a step is about the step as a whole and the comments below it, unless the check says what it is
     * about.
     */
    public void report(Finding.Builder finding) {
        if (definition.isPresent()) {
            Definition file = definition.get();
            Optional<Span> around = step.isPresent()
                    ? step.map(Step::span)
                            .filter(span -> finding.placeWithoutScope(file.path())
                                    .filter(span::contains)
                                    .isPresent())
                    : stepAround(finding, file.path());
            around.ifPresent(span -> finding.scope(file.document().withCommentsBelow(span)));
        }
        sink.add(finding);
    }

    private Optional<Span> stepAround(Finding.Builder finding, String path) {
        Optional<Span> place = finding.placeWithoutScope(path);
        Object part = job.isPresent() ? job.get() : definition.orElseThrow();
        return place.isEmpty()
                ? Optional.empty()
                : definitions
                        .known(StepSpans.class, part, () -> new StepSpans(steps()))
                        .around(place.get());
    }

    private List<Step> steps() {
        return job.isPresent()
                ? normalJob().map(NormalJob::steps).orElse(List.of())
                : action().map(Action::steps).orElse(List.of());
    }
}
