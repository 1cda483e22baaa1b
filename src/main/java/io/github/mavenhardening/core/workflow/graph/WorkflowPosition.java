package io.github.mavenhardening.core.workflow.graph;

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
import java.util.Optional;

/** A position in a repository's workflows and actions: in which definition, which job, which step. Immutable. */
public class WorkflowPosition {

    private final Definitions definitions;
    private final Optional<Definition> definition;
    private final Optional<Job> job;
    private final Optional<Step> step;

    /**
     * That place.
     *
     * @param definitions all definitions of the repository, to follow references within it
     * @param definition the workflow or action; empty for the repository as a whole
     * @param job the job; empty outside jobs and in actions
     * @param step the step; empty outside steps
     */
    public WorkflowPosition(
            Definitions definitions, Optional<Definition> definition, Optional<Job> job, Optional<Step> step) {
        this.definitions = definitions;
        this.definition = definition;
        this.job = job;
        this.step = step;
    }

    /** All definitions of the repository. */
    public final Definitions definitions() {
        return definitions;
    }

    /** The workflow or action; empty for the repository as a whole. */
    public final Optional<Definition> definition() {
        return definition;
    }

    /** The job; empty outside jobs and in actions. */
    public final Optional<Job> job() {
        return job;
    }

    /** The step; empty outside steps. */
    public final Optional<Step> step() {
        return step;
    }

    /** The workflow; empty in actions. */
    public final Optional<Workflow> workflow() {
        return definition.orElse(null) instanceof Workflow workflow ? Optional.of(workflow) : Optional.empty();
    }

    /** The action; empty in workflows. */
    public final Optional<Action> action() {
        return definition.orElse(null) instanceof Action action ? Optional.of(action) : Optional.empty();
    }

    /** The job, where it is one of steps. */
    public final Optional<NormalJob> normalJob() {
        return job.orElse(null) instanceof NormalJob normal ? Optional.of(normal) : Optional.empty();
    }

    /** The job's matrix. */
    public final Optional<Matrix> matrix() {
        return job.isPresent() ? job.get().matrix() : Optional.empty();
    }

    /** What the job's token may do, by the job's word or the workflow's; empty when none says. */
    public final Optional<Permissions> permissions() {
        Optional<Workflow> workflow = workflow();
        return job.isPresent() && workflow.isPresent() ? workflow.get().permissionsOf(job.get()) : Optional.empty();
    }

    /** Whether the job's token is said to write what the permission of that name is for. */
    public final boolean mayWrite(String permission) {
        Optional<Permissions> permissions = permissions();
        return permissions.isPresent() && permissions.get().allowsWrite(permission);
    }

    /** Whether a secret other than the job's own token reaches the job. */
    public final boolean hasSecrets() {
        if (job.isEmpty()) {
            return false;
        }
        Optional<Boolean> known = definitions.known(Job.class, job.get());
        return known.isPresent()
                ? known.get()
                : definitions.keepLast(Job.class, job.get(), job.get().hasSecrets());
    }

    /** Whether the job has a secret, or a token that is said to write. */
    public final boolean isPrivileged() {
        Optional<Permissions> permissions = permissions();
        return hasSecrets() || (permissions.isPresent() && permissions.get().allowsWrite());
    }

    /**
     * A place in the definition.
     *
     * @throws IllegalStateException outside a definition
     */
    public final Location at(Span span) {
        if (definition.isEmpty()) {
            throw new IllegalStateException("the position is in no definition");
        }
        return definition.get().source().at(span);
    }
}
