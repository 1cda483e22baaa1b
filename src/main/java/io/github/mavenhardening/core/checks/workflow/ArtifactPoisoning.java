package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;

/** Finds files of another run's artifact that are run with the repository's rights. */
@AutoService(Check.class)
@CheckInfo(
        id = "artifact-poisoning",
        title = "Files of another run's artifact run with the repository's rights",
        severity = Severity.HIGH,
        sources = {
            "https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/",
            "https://docs.github.com/en/actions/reference/security/secure-use"
        })
public final class ArtifactPoisoning implements WorkflowCheck {

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        for (UntrustedCheckoutExec.Run run : UntrustedCheckoutExec.runs(job, in)) {
            WorkTrees.Outside outside = run.execution().outside();
            if (outside.isArtifact()) {
                boolean weak = !in.isPrivileged() && in.permissions().isPresent();
                var finding = at(run.execution().place())
                        .severity(weak ? Severity.MEDIUM : info().severity())
                        .confidence(Confidence.MEDIUM)
                        .exposure(Exposure.ANYONE)
                        .message("'" + run.execution().text()
                                + "' runs in files that another run left as an artifact, which"
                                + " may be a pull request's, in a run of '"
                                + run.triggers().get(0).event().value() + "', which has the repository's rights")
                        .remedy(
                                "Unpack artifacts into a folder below `runner.temp`, run nothing from there, and check what"
                                        + " is read of them")
                        .subject(job.id().value() + " " + run.execution().text())
                        .way(run.way().entry().at(run.triggers().get(0).span()).labelled("starts the run"))
                        .way(outside.place().labelled("brings the artifact"));
                in.report(run.execution().step().explain(finding));
            }
        }
    }
}
