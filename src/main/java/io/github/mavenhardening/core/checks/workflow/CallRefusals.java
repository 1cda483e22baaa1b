package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a call's inputs and secrets the called workflow does not declare, or requires and does not get: GitHub starts no run of a
 * workflow with such a call.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_callinputs">Workflow
 *     syntax: on.workflow_call.inputs</a>
 */
final class CallRefusals {

    private CallRefusals() {}

    /**
     * A part of a call.
     *
     * @param span where it stands, or the call where something is missing
     * @param message why it is refused, a sentence fragment
     */
    record Refusal(Span span, String message) {}

    /** Those of a call of a workflow of the same commit. */
    static List<Refusal> of(ReusableWorkflowCall call, Workflow called) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<Trigger> trigger = called.trigger("workflow_call");
        if (trigger.isEmpty()) {
            refusals.add(new Refusal(
                    call.uses().span(), "'" + called.path() + "' cannot be called: it has no event 'workflow_call'"));
        } else {
            compare("input", call, call.with(), trigger.get().inputs(), called, refusals);
            if (call.secrets().whole().isEmpty()) {
                compare("secret", call, call.secrets(), trigger.get().secrets(), called, refusals);
            }
        }
        return refusals;
    }

    private static void compare(
            String kind,
            ReusableWorkflowCall call,
            NamedValues given,
            NamedValues declared,
            Workflow called,
            List<Refusal> refusals) {
        if (given.whole().isPresent() || declared.whole().isPresent()) {
            return;
        }
        for (NamedValues.Binding binding : given.all()) {
            String name = binding.name().value();
            if (declared.get(name).isEmpty()) {
                refusals.add(new Refusal(
                        binding.name().span(),
                        "the called workflow '" + called.path() + "' has no " + kind + " '" + name + "'"));
            }
        }
        for (NamedValues.Binding declaration : declared.all()) {
            String name = declaration.name().value();
            if (isRequired(declaration) && given.get(name).isEmpty()) {
                refusals.add(new Refusal(
                        call.uses().span(),
                        "the called workflow '" + called.path() + "' requires the " + kind + " '" + name + "'"));
            }
        }
    }

    /** A required input with a default is still required. */
    private static boolean isRequired(NamedValues.Binding declaration) {
        Optional<YamlMapping> mapping = declaration.mapping();
        Optional<YamlScalar> required = mapping.isPresent() ? mapping.get().scalar("required") : Optional.empty();
        return required.isPresent() && required.get().asBoolean().orElse(false);
    }
}
