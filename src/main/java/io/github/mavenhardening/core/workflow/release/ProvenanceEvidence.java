package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.PublishingCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import io.github.mavenhardening.core.workflow.step.StepSearch;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Evidence that a workflow attests the provenance of what it publishes. */
public final class ProvenanceEvidence {

    private static final List<String> ATTESTING =
            List.of("actions/attest", "actions/attest-build-provenance", "slsa-framework/slsa-github-generator");
    private static final List<String> ATTESTING_SCRIPT =
            List.of("--provenance ", "--provenance=true", "--provenance=mode", "in-toto-run", "slsa-generator");
    private static final Set<String> AFTERWARDS = Set.of("release", "workflow_run", "workflow_call");

    private ProvenanceEvidence() {}

    /** Whether a step attests what the workflow makes, or may: its own, of local actions and workflows, or called elsewhere. */
    public static boolean isAttested(Workflow workflow, Definitions definitions) {
        return isAttestedElsewhere(definitions)
                || definitions.known(ProvenanceEvidence.class, workflow, () -> attests(workflow, definitions));
    }

    private static boolean isAttestedElsewhere(Definitions definitions) {
        return definitions.known(
                ProvenanceEvidence.class,
                definitions,
                () -> definitions.workflows().stream()
                        .filter(other -> other.triggers().stream()
                                .anyMatch(trigger ->
                                        AFTERWARDS.contains(trigger.event().value())))
                        .anyMatch(other -> attests(other, definitions)));
    }

    // A local action is evidence only for the workflows that reach it.
    private static boolean attests(Workflow workflow, Definitions definitions) {
        return workflow.liveJobs().stream()
                        .filter(NormalJob.class::isInstance)
                        .flatMap(job -> JobSteps.of((NormalJob) job, workflow, definitions).stream())
                        .anyMatch(ProvenanceEvidence::attests)
                || StepSearch.calls(workflow).stream()
                        .anyMatch(uses -> ATTESTING.contains(uses.slug().toLowerCase(Locale.ROOT))
                                || uses.target().toLowerCase(Locale.ROOT).contains("provenance"));
    }

    private static boolean attests(ReachedStep reached) {
        Step step = reached.step();
        return (ATTESTING.stream().anyMatch(step::usesAction) && !statesSomethingElse(step))
                || step.run()
                        .filter(run -> StepSearch.holds(run.script().value() + " ", ATTESTING_SCRIPT))
                        .isPresent()
                || reached.commands().stream().anyMatch(ProvenanceEvidence::attestsByCosign);
    }

    /** Whether actions/attest is given a bill of materials or a predicate of another type. */
    private static boolean statesSomethingElse(Step step) {
        if (!step.usesAction("actions/attest")) {
            return false;
        }
        NamedValues with = step.uses().orElseThrow().with();
        return with.get("sbom-path").isPresent()
                || with.get("predicate-type")
                        .flatMap(NamedValues.Binding::text)
                        .filter(type -> !mayBeProvenance(type))
                        .isPresent();
    }

    private static boolean attestsByCosign(ShellCommand command) {
        if (!command.name().equals("cosign") || !command.operand(0).startsWith("attest")) {
            return false;
        }
        // Cosign's own type where none is given.
        String type = "custom";
        List<String> words = command.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--type=")) {
                type = word.substring("--type=".length());
            } else if (word.equals("--type") && i + 1 < words.size()) {
                type = words.get(i + 1);
            }
        }
        return mayBeProvenance(type);
    }

    /** Whether a predicate's type is one of provenance, or is only known when the workflow runs. */
    private static boolean mayBeProvenance(String type) {
        return type.contains("provenance") || type.contains("$");
    }

    /** Whether a release comes with a provenance by what publishes it. */
    public static boolean isBuiltIn(Release release, WorkflowPosition in) {
        Step step = release.step().step();
        if (release.command().isEmpty()) {
            return ActionTerms.PROVENANCE.mayHold(step);
        }
        ShellCommand command = release.command().get();
        boolean off = command.has("--provenance=false");
        return switch (command.name()) {
            case "docker", "nerdctl" -> command.hasOption("--push") && !off;
            // npm attests by itself what it publishes through a trusted publisher.
            case "npm" ->
                !off
                        && in.permissions()
                                .filter(permissions -> permissions.allowsWrite("id-token"))
                                .isPresent();
            default -> release.kind() == PublishingCommand.Kind.SIGNATURE;
        };
    }
}
