package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.ActionsLock;
import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.DependabotConfig;
import io.github.mavenhardening.core.workflow.Image;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.PreCommitConfig;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Unreadable;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.List;

/**
 * A check of workflows, actions and the configurations beside them: it overrides what it wants to be handed. The walk goes
 * over every definition once, from the outside in; jobs and steps whose condition is always false are left out. A {@link
 * WorkflowContext} says where one is, and takes the findings.
 */
public interface WorkflowCheck extends Check {

    @Override
    default Family family() {
        return Family.WORKFLOWS;
    }

    /** All of the repository's definitions at once; each of them comes by itself as well, before or beside. */
    default void repository(Definitions definitions, WorkflowContext in) {}

    /** A file that should be a definition, and could not be read. */
    default void unreadable(Unreadable file, WorkflowContext in) {}

    /** A workflow, action or configuration. */
    default void definition(Definition definition, WorkflowContext in) {}

    /** A workflow. */
    default void workflow(Workflow workflow, WorkflowContext in) {}

    /** An action. */
    default void action(Action action, WorkflowContext in) {}

    /** GitHub's lock of what the workflows use. */
    default void actionsLock(ActionsLock lock, WorkflowContext in) {}

    /** A Dependabot configuration. */
    default void dependabot(DependabotConfig config, WorkflowContext in) {}

    /** A pre-commit configuration. */
    default void preCommit(PreCommitConfig config, WorkflowContext in) {}

    /** A job, of steps or of another workflow. */
    default void job(Job job, WorkflowContext in) {}

    /** A job of steps, after {@link #job}. */
    default void normalJob(NormalJob job, WorkflowContext in) {}

    /** The condition of a job or step, after the hooks for these. */
    default void condition(Condition condition, WorkflowContext in) {}

    /** All steps that can run of a job or of a composite action, those of parallel groups in place of their group. */
    default void steps(List<Step> steps, WorkflowContext in) {}

    /** A step of a job or a composite action; a parallel group comes before its steps. */
    default void step(Step step, WorkflowContext in) {}

    /** What a step or job uses: an action, a workflow, an image. */
    default void uses(UsesReference reference, WorkflowContext in) {}

    /** An image: of a container, a service, a step, a docker action. */
    default void image(Image image, WorkflowContext in) {}

    /** An expression: between fences anywhere, or a condition without them. */
    default void expression(Fence fence, WorkflowContext in) {}
}
