package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.PublishingCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import io.github.mavenhardening.core.workflow.step.StepSearch;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Evidence that a workflow attests the provenance of what it publishes. */
public final class ProvenanceEvidence {

    private static final List<String> ATTESTING =
            List.of("actions/attest", "actions/attest-build-provenance", "slsa-framework/slsa-github-generator");
    private static final List<String> ATTESTING_SCRIPT = List.of(
            "cosign attest",
            "--provenance ",
            "--provenance=true",
            "--provenance=mode",
            "in-toto-run",
            "slsa-generator");
    private static final Set<String> AFTERWARDS = Set.of("release", "workflow_run", "workflow_call");

    private ProvenanceEvidence() {}

    /** Whether a step attests what the workflow makes, or may: its own, of local actions and workflows, or called elsewhere. */
    public static boolean isAttested(Workflow workflow, Definitions definitions) {
        return isAttestedElsewhere(definitions)
                || definitions.known(ProvenanceEvidence.class, workflow, () -> attests(workflow));
    }

    private static boolean isAttestedElsewhere(Definitions definitions) {
        return definitions.known(
                ProvenanceEvidence.class,
                definitions,
                () -> definitions.workflows().stream()
                                .filter(other -> other.triggers().stream()
                                        .anyMatch(trigger -> AFTERWARDS.contains(
                                                trigger.event().value())))
                                .anyMatch(ProvenanceEvidence::attests)
                        || definitions.actions().stream()
                                .flatMap(action -> action.liveSteps().stream())
                                .anyMatch(ProvenanceEvidence::attests));
    }

    private static boolean attests(Workflow workflow) {
        return StepSearch.steps(workflow).stream().anyMatch(ProvenanceEvidence::attests)
                || StepSearch.calls(workflow).stream()
                        .anyMatch(uses -> ATTESTING.contains(uses.slug().toLowerCase(Locale.ROOT))
                                || uses.target().toLowerCase(Locale.ROOT).contains("provenance"));
    }

    private static boolean attests(Step step) {
        return ATTESTING.stream().anyMatch(step::usesAction)
                || step.run()
                        .filter(run -> StepSearch.holds(run.script().value() + " ", ATTESTING_SCRIPT))
                        .isPresent();
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
