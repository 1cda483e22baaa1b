package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.shell.PublishingCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.release.ProvenanceEvidence;
import io.github.mavenhardening.core.workflow.release.Release;
import io.github.mavenhardening.core.workflow.release.Releases;
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
            off(release)
                    .filter(place -> !ProvenanceEvidence.isAttested(
                            release, workflow, in.definitions(), in.run().repository()))
                    .ifPresent(place -> in.report(release.step()
                            .explain(at(place)
                                    .message(
                                            "'" + release.text()
                                                    + "' publishes, but is configured to omit the provenance of what it publishes")
                                    .remedy(
                                            "Let it attach the provenance, or attest what is published in a separate step:"
                                                    + " actions/attest-build-provenance")
                                    .subject(job.id().value() + " " + release.text()))));
        }
    }

    private static Optional<Location> off(Release release) {
        Step step = release.step().step();
        Optional<Location> input = INPUTS.entrySet().stream()
                .filter(entry -> step.usesAction(entry.getKey()))
                .flatMap(entry -> step.uses().orElseThrow().with().get(entry.getValue()).stream())
                .filter(binding -> binding.text()
                        .filter(text -> text.strip().equals("false"))
                        .isPresent())
                .map(binding -> release.step().at(binding.span()))
                .findFirst();
        return input.or(() ->
                        release.command().filter(ProvenanceDisabled::isOff).map(release.step()::at))
                .or(() -> variable(release));
    }

    private static boolean isOff(ShellCommand command) {
        return command.arguments().stream()
                        .anyMatch(word -> word.equals("--provenance=false") || word.equals("--no-provenance"))
                || command.assignments().entrySet().stream().anyMatch(entry -> isOff(entry.getKey(), entry.getValue()));
    }

    private static Optional<Location> variable(Release release) {
        Optional<Location> ofStep = variable(release.step().step().env(), release)
                .map(binding -> release.step().at(binding.span()));
        return ofStep.or(() -> variable(release.step().job().env(), release)
                .map(binding -> release.step().frame().entry().at(binding.span())));
    }

    private static Optional<NamedValues.Binding> variable(NamedValues env, Release release) {
        List<String> names = release.kind() == PublishingCommand.Kind.IMAGE ? List.of(NO_ATTESTATIONS) : VARIABLES;
        for (String name : names) {
            Optional<NamedValues.Binding> binding = env.get(name);
            if (binding.isPresent()
                    && binding.get().name().value().equals(name)
                    && binding.get().text().filter(text -> isOff(name, text)).isPresent()) {
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
