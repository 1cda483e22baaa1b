package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.release.ProvenanceEvidence;
import io.github.mavenhardening.core.workflow.release.PublishingRights;
import io.github.mavenhardening.core.workflow.release.Release;
import io.github.mavenhardening.core.workflow.release.Releases;
import java.util.Optional;

/** Finds releases without signed provenance. */
@AutoService(Check.class)
@CheckInfo(
        id = "provenance-missing",
        title = "A release has no provenance",
        severity = Severity.LOW,
        confidence = Confidence.MEDIUM,
        persona = Persona.PEDANTIC,
        sources = {
            "https://slsa.dev/spec/v1.0/provenance",
            "https://docs.github.com/en/actions/concepts/security/artifact-attestations"
        })
public final class ProvenanceMissing implements WorkflowCheck {

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        Optional<Release> bare = bare(job, workflow, in);
        if (bare.isPresent()) {
            Release release = bare.get();
            in.report(release.step()
                    .explain(at(in.at(job.id().span()))
                            .related(release.place().labelled("publishes"))
                            .message(
                                    "The job '" + job.id().value() + "' publishes ('" + release.text()
                                            + "'), but no signed provenance says from which commit and by which workflow it was built")
                            .remedy(
                                    "Attest what is published: actions/attest-build-provenance in the job that builds it")
                            .subject(job.id().value())));
        }
    }

    /** The first release that has no provenance, neither of its own nor by a statement. */
    private static Optional<Release> bare(NormalJob job, Workflow workflow, WorkflowContext in) {
        for (Release release :
                Releases.of(job, workflow, in.definitions(), in.run().repository())) {
            if (!release.isOfTests()
                    && !PublishingRights.areMissing(release, in)
                    && !ProvenanceEvidence.isBuiltIn(release, in, in.run().repository())
                    && !ProvenanceEvidence.isAttested(
                            release, workflow, in.definitions(), in.run().repository())) {
                return Optional.of(release);
            }
        }
        return Optional.empty();
    }
}
