package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.shell.PublishingCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.release.ProvenanceEvidence;
import io.github.mavenhardening.core.workflow.release.Release;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.yaml.YamlEdits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds releases that are configured to omit their provenance. */
@AutoService(Check.class)
@CheckInfo(
        id = "provenance-disabled",
        title = "A release is configured to omit its provenance",
        severity = Severity.LOW,
        sources = {
            "https://docs.docker.com/build/metadata/attestations/slsa-provenance/",
            "https://github.blog/security/supply-chain-security/introducing-npm-package-provenance/",
            "https://peps.python.org/pep-0740/"
        })
public final class ProvenanceDisabled implements WorkflowCheck {

    /** By action, the input that turns its attestations off. */
    private static final Map<String, String> INPUTS = Map.of(
            "docker/build-push-action", "provenance",
            "docker/bake-action", "provenance",
            "pypa/gh-action-pypi-publish", "attestations",
            "rubygems/release-gem", "attestations");

    private static final List<String> VARIABLES = List.of("NPM_CONFIG_PROVENANCE", "npm_config_provenance");
    private static final String NO_ATTESTATIONS = "BUILDX_NO_DEFAULT_ATTESTATIONS";

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        for (Release release :
                Releases.of(job, workflow, in.definitions(), in.run().repository())) {
            // A statement of its own, made by another step, takes the place of the one that is left out.
            Optional<Off> off = off(release);
            if (off.isPresent()
                    && !ProvenanceEvidence.isAttested(
                            release, workflow, in.definitions(), in.run().repository())) {
                Finding.Builder finding = at(off.get().place());
                off.get().fix().ifPresent(finding::fix);
                in.report(release.step()
                        .explain(finding.message("'" + release.text()
                                        + "' publishes, but is configured to omit the provenance of what it publishes")
                                .remedy("Let it attach the provenance, or attest what is published in a separate step:"
                                        + " actions/attest-build-provenance")
                                .subject(job.id().value() + " " + release.text())));
            }
        }
    }

    /** What turns it off, and how to turn it on there. */
    private record Off(Location place, Optional<Fix> fix) {

        static Off of(Location place, Optional<NamedValues.Binding> said, String on) {
            Optional<Fix.Edit> edit =
                    said.flatMap(NamedValues.Binding::scalar).flatMap(value -> YamlEdits.replace(value, on));
            return new Off(
                    place,
                    // It takes rights of the job and of the registry that may be missing.
                    edit.map(one -> Fix.of("Attach the provenance", false, one)));
        }
    }

    private static Optional<Off> off(Release release) {
        ReachedStep reached = release.step();
        for (Map.Entry<String, String> input : INPUTS.entrySet()) {
            Optional<NamedValues.Binding> given = reached.step().usesAction(input.getKey())
                    ? reached.step().uses().orElseThrow().with().get(input.getValue())
                    : Optional.empty();
            if (given.isPresent() && given.get().text().orElse("").strip().equals("false")) {
                return Optional.of(Off.of(reached.at(given.get().span()), given, "true"));
            }
        }
        Optional<NamedValues.Binding> attests = reached.step().usesAction("docker/build-push-action")
                ? reached.step().uses().orElseThrow().with().get("attests")
                : Optional.empty();
        if (attests.isPresent()
                && ProvenanceEvidence.leavesProvenanceOut(attests.get().text().orElse(""))) {
            return Optional.of(Off.of(reached.at(attests.get().span()), Optional.empty(), ""));
        }
        if (release.command().isPresent() && isOff(release.command().get())) {
            return Optional.of(Off.of(reached.at(release.command().get()), Optional.empty(), ""));
        }
        List<String> names = release.kind() == PublishingCommand.Kind.IMAGE ? List.of(NO_ATTESTATIONS) : VARIABLES;
        String on = release.kind() == PublishingCommand.Kind.IMAGE ? "0" : "true";
        Optional<NamedValues.Binding> ofStep = off(reached.step().env(), names);
        if (ofStep.isPresent()) {
            return Optional.of(Off.of(reached.at(ofStep.get().span()), ofStep, on));
        }
        Optional<NamedValues.Binding> outer = off(reached.job().env(), names);
        if (outer.isEmpty() && reached.frame().entry().definition() instanceof Workflow workflow) {
            outer = off(workflow.env(), names);
        }
        return outer.isPresent()
                ? Optional.of(Off.of(reached.frame().entry().at(outer.get().span()), outer, on))
                : Optional.empty();
    }

    private static boolean isOff(ShellCommand command) {
        for (Map.Entry<String, String> variable : command.assignments().entrySet()) {
            if (isOff(variable.getKey(), variable.getValue())) {
                return true;
            }
        }
        return ProvenanceEvidence.isSwitchedOff(command);
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
}
