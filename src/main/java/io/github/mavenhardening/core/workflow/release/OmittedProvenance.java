package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.PublishingCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes a release omit its provenance, though what publishes it would attach one or could.
 *
 * @param place where it says so
 * @param setting the input or variable that says so; empty where something else does
 * @param on the value with which that attaches it
 */
public record OmittedProvenance(Location place, Optional<NamedValues.Binding> setting, String on) {

    /** By action, the input that turns its attestations off. */
    private static final Map<String, String> INPUTS = Map.of(
            "docker/build-push-action",
            "provenance",
            Bake.ACTION,
            "provenance",
            "pypa/gh-action-pypi-publish",
            "attestations",
            "rubygems/release-gem",
            "attestations");

    private static final List<String> VARIABLES = List.of("NPM_CONFIG_PROVENANCE", "npm_config_provenance");
    private static final String NO_ATTESTATIONS = "BUILDX_NO_DEFAULT_ATTESTATIONS";

    /** Of a release; empty where nothing turns it off. */
    public static Optional<OmittedProvenance> of(Release release, Repository repository) {
        ReachedStep reached = release.step();
        for (Map.Entry<String, String> input : INPUTS.entrySet()) {
            Optional<NamedValues.Binding> given = input(reached, input.getKey(), input.getValue());
            if (given.isPresent() && given.get().text().orElse("").strip().equals("false")) {
                return Optional.of(new OmittedProvenance(reached.at(given.get().span()), given, "true"));
            }
        }
        Optional<NamedValues.Binding> attests = input(reached, "docker/build-push-action", "attests");
        if (attests.isPresent()
                && Attestations.leaveProvenanceOut(attests.get().text().orElse(""))) {
            return Optional.of(at(reached.at(attests.get().span())));
        }
        if (release.command().isPresent() && isOff(release.command().get())) {
            return Optional.of(at(release.place()));
        }
        Optional<OmittedProvenance> ofVariable = byVariable(release);
        if (ofVariable.isPresent()) {
            return ofVariable;
        }
        Optional<Bake> bake = Bake.of(reached, release.command(), repository);
        boolean isOff = (bake.isPresent() && bake.get().leavesProvenanceOut())
                || NpmProvenance.of(release, repository).equals(Optional.of(false));
        return isOff ? Optional.of(at(release.place())) : Optional.empty();
    }

    private static Optional<NamedValues.Binding> input(ReachedStep reached, String action, String input) {
        return reached.step().usesAction(action)
                ? reached.step().uses().orElseThrow().with().get(input)
                : Optional.empty();
    }

    private static OmittedProvenance at(Location place) {
        return new OmittedProvenance(place, Optional.empty(), "");
    }

    private static Optional<OmittedProvenance> byVariable(Release release) {
        ReachedStep reached = release.step();
        boolean isImage = release.kind() == PublishingCommand.Kind.IMAGE;
        List<String> names = isImage ? List.of(NO_ATTESTATIONS) : VARIABLES;
        String on = isImage ? "0" : "true";
        Optional<NamedValues.Binding> ofStep = off(reached.step().env(), names);
        if (ofStep.isPresent()) {
            return Optional.of(new OmittedProvenance(reached.at(ofStep.get().span()), ofStep, on));
        }
        Optional<NamedValues.Binding> outer = off(reached.job().env(), names);
        if (outer.isEmpty() && reached.frame().entry().definition() instanceof Workflow workflow) {
            outer = off(workflow.env(), names);
        }
        return outer.isPresent()
                ? Optional.of(new OmittedProvenance(
                        reached.frame().entry().at(outer.get().span()), outer, on))
                : Optional.empty();
    }

    /** The first of the variables, by their exact names, that turns attestations off. */
    private static Optional<NamedValues.Binding> off(NamedValues env, List<String> names) {
        for (String name : names) {
            Optional<NamedValues.Binding> binding = env.get(name);
            if (binding.isPresent()
                    && binding.get().name().value().equals(name)
                    && isOff(name, binding.get().text().orElse(""))) {
                return binding;
            }
        }
        return Optional.empty();
    }

    private static boolean isOff(String name, String value) {
        return name.equals(NO_ATTESTATIONS)
                ? value.equals("1") || value.equals("true")
                : VARIABLES.contains(name) && value.equals("false");
    }

    private static boolean isOff(ShellCommand command) {
        for (Map.Entry<String, String> variable : command.assignments().entrySet()) {
            if (isOff(variable.getKey(), variable.getValue())) {
                return true;
            }
        }
        return command.has("--no-provenance")
                || command.values("--provenance").contains("false")
                || command.values("--attest").stream().anyMatch(Attestations::leaveProvenanceOut);
    }
}
