package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.release.OmittedProvenance;
import io.github.mavenhardening.core.workflow.release.ProvenanceEvidence;
import io.github.mavenhardening.core.workflow.release.Release;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.yaml.YamlEdits;
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

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        for (Release release :
                Releases.of(job, workflow, in.definitions(), in.run().repository())) {
            // A statement of its own, made by another step, takes the place of the one that is left out.
            Optional<OmittedProvenance> off =
                    OmittedProvenance.of(release, in.run().repository());
            if (off.isPresent()
                    && !ProvenanceEvidence.isAttested(
                            release, workflow, in.definitions(), in.run().repository())) {
                Finding.Builder finding = at(off.get().place());
                fix(off.get()).ifPresent(finding::fix);
                in.report(release.step()
                        .explain(finding.message("'" + release.text()
                                        + "' publishes, but is configured to omit the provenance of what it publishes")
                                .remedy("Let it attach the provenance, or attest what is published in a separate step:"
                                        + " actions/attest-build-provenance")
                                .subject(job.id().value() + " " + release.text())));
            }
        }
    }

    private static Optional<Fix> fix(OmittedProvenance off) {
        Optional<Fix.Edit> edit =
                off.setting().flatMap(NamedValues.Binding::scalar).flatMap(value -> YamlEdits.replace(value, off.on()));
        // It takes rights of the job and of the registry that may be missing.
        return edit.map(one -> Fix.of("Attach the provenance", false, one));
    }
}
