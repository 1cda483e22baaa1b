package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.shell.PublishingCommand;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.release.PublishingRights;
import io.github.mavenhardening.core.workflow.release.Release;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.workflow.release.SbomEvidence;
import java.util.Optional;

/** Finds releases without a bill of materials (SBOM). */
@AutoService(Check.class)
@CheckInfo(
        id = "sbom-missing",
        title = "A release has no bill of materials (SBOM)",
        severity = Severity.LOW,
        confidence = Confidence.MEDIUM,
        persona = Persona.PEDANTIC,
        sources = {"https://cyclonedx.org/", "https://github.com/CycloneDX/cyclonedx-maven-plugin", "https://spdx.dev/"
        })
public final class SbomMissing implements WorkflowCheck {

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        Optional<Release> release = bare(job, in);
        if (release.isPresent()) {
            in.report(release.get()
                    .step()
                    .explain(at(in.at(job.id().span()))
                            .confidence(
                                    release.get().kind() != PublishingCommand.Kind.IMAGE
                                                    && SbomEvidence.mayBeInherited(
                                                            in.definitions(),
                                                            in.run().repository())
                                            ? Confidence.LOW
                                            : info().confidence())
                            .related(release.get().place().labelled("publishes"))
                            .message("The job '" + job.id().value() + "' publishes ('"
                                    + release.get().text()
                                    + "'), but nothing generates a bill of materials (SBOM) of it")
                            .remedy("Generate one in the build and publish it too: cyclonedx-maven-plugin's goal"
                                    + " 'makeAggregateBom' for Maven, 'sbom: true' for images")
                            .subject(job.id().value())));
        }
    }

    /** The first that puts out more than a signature, and has none. */
    private static Optional<Release> bare(NormalJob job, WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        for (Release release :
                Releases.of(job, workflow, in.definitions(), in.run().repository())) {
            if (release.kind().isInstalled()
                    && !release.isOfTests()
                    && !PublishingRights.areMissing(release, in)
                    && !SbomEvidence.isMade(
                            release, workflow, in.definitions(), in.run().repository())) {
                return Optional.of(release);
            }
        }
        return Optional.empty();
    }
}
