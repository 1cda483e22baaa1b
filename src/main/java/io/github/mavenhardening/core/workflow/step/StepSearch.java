package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A search through the steps of all workflows and actions of a repository. */
public final class StepSearch {

    private StepSearch() {}

    /** Every step of every workflow and action that can run. */
    public static List<Step> steps(Definitions definitions) {
        List<Step> steps = new ArrayList<>();
        for (Definition definition : definitions.all()) {
            steps.addAll(steps(definition));
        }
        return steps;
    }

    private static List<Step> steps(Definition definition) {
        if (definition instanceof Action action) {
            return action.liveSteps();
        }
        return definition instanceof Workflow workflow ? steps(workflow) : List.of();
    }

    /** Every step of a workflow that can run. */
    public static List<Step> steps(Workflow workflow) {
        List<Step> steps = new ArrayList<>();
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob normal) {
                steps.addAll(normal.liveSteps());
            }
        }
        return steps;
    }

    /** The workflows of other repositories that a repository's workflows call. */
    public static List<Uses.Repository> calls(Definitions definitions) {
        List<Uses.Repository> calls = new ArrayList<>();
        for (Workflow workflow : definitions.workflows()) {
            calls.addAll(calls(workflow));
        }
        return calls;
    }

    /** The workflows of other repositories that a workflow calls. */
    public static List<Uses.Repository> calls(Workflow workflow) {
        List<Uses.Repository> calls = new ArrayList<>();
        for (Job job : workflow.liveJobs()) {
            if (job instanceof ReusableWorkflowCall call
                    && call.uses().repository().isPresent()) {
                calls.add(call.uses().repository().get());
            }
        }
        return calls;
    }

    /** Whether a repository uses one of the actions, on terms that may hold, or calls one of the workflows. */
    public static boolean has(ActionTerms actions, Definitions definitions) {
        for (Step step : steps(definitions)) {
            if (actions.mayHold(step)) {
                return true;
            }
        }
        for (Uses.Repository uses : calls(definitions)) {
            if (actions.names(uses)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a step anywhere uses that action, at any ref. */
    public static boolean usesAction(String slug, Definitions definitions) {
        for (Step step : steps(definitions)) {
            if (step.usesAction(slug)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a workflow runs such a command, local actions and the scripts of the project followed. */
    public static boolean runs(Predicate<ShellCommand> wanted, Definitions definitions, Repository repository) {
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.liveJobs()) {
                if (job instanceof NormalJob normal
                        && JobSteps.of(normal, workflow, definitions).stream()
                                .anyMatch(step -> ProjectScripts.commands(step, definitions, repository).stream()
                                        .anyMatch(wanted))) {
                    return true;
                }
            }
        }
        return false;
    }
}
