package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks through all workflows and actions of a repository, for what may stand anywhere in them. */
final class Everywhere {

    private Everywhere() {}

    /** Every step of every workflow and action that can run. */
    static Stream<Step> steps(Definitions definitions) {
        return definitions.all().stream().flatMap(Everywhere::steps);
    }

    private static Stream<Step> steps(Definition definition) {
        if (definition instanceof Action action) {
            return action.liveSteps().stream();
        }
        return definition instanceof Workflow workflow ? steps(workflow) : Stream.empty();
    }

    /** Every step of a workflow that can run. */
    static Stream<Step> steps(Workflow workflow) {
        return workflow.liveJobs().stream()
                .filter(NormalJob.class::isInstance)
                .flatMap(job -> ((NormalJob) job).liveSteps().stream());
    }

    /** The workflows of other repositories that a repository's workflows call. */
    static Stream<Uses.Repository> calls(Definitions definitions) {
        return definitions.workflows().stream().flatMap(Everywhere::calls);
    }

    /** The workflows of other repositories that a workflow calls. */
    static Stream<Uses.Repository> calls(Workflow workflow) {
        return workflow.liveJobs().stream()
                .filter(ReusableWorkflowCall.class::isInstance)
                .flatMap(job -> ((ReusableWorkflowCall) job).uses().repository().stream());
    }

    /** Whether a repository uses one of the actions, on terms that may hold, or calls one of the workflows. */
    static boolean has(ActionTerms actions, Definitions definitions) {
        return steps(definitions).anyMatch(actions::mayHold)
                || calls(definitions).anyMatch(actions::names);
    }

    /** Whether a script anywhere holds one of the words, given in lower case. */
    static boolean hasInScript(List<String> words, Definitions definitions) {
        return definitions.all().parallelStream()
                .flatMap(Everywhere::steps)
                .flatMap(step -> step.run().stream())
                .anyMatch(run -> holds(run.script().value(), words));
    }

    /** Whether a text holds one of the words, given in lower case. */
    static boolean holds(String text, List<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }
}
