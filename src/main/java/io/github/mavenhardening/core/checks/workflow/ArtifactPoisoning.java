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
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.checkout.CommentCommand;
import io.github.mavenhardening.core.workflow.checkout.Outside;
import io.github.mavenhardening.core.workflow.checkout.OutsideUpload;
import io.github.mavenhardening.core.workflow.checkout.OutsideUploads;
import io.github.mavenhardening.core.workflow.flow.OutsiderFlows;

/** Finds files of artifacts of other runs, or of jobs on an outsider's code, that are run with the repository's rights. */
@AutoService(Check.class)
@CheckInfo(
        id = "artifact-poisoning",
        title = "Files of an artifact that outsiders may have made run with the repository's rights",
        severity = Severity.HIGH,
        sources = {
            "https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/",
            "https://docs.github.com/en/actions/reference/security/secure-use"
        })
public final class ArtifactPoisoning implements WorkflowCheck {

    private static String left(Outside outside) {
        String ofRun = "another run left as an artifact, which may be a pull request's";
        if (outside.upload().isEmpty()) {
            return ofRun;
        }
        OutsideUpload upload = outside.upload().get();
        return "the job '" + upload.job().id().value() + "' left as an artifact after it "
                + (upload.isArtifact() ? "brought what " + ofRun : "checked out a pull request's code");
    }

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        if (!OutsideUploads.areAllKnown(
                workflow,
                in.definitions(),
                OutsiderFlows.heads(in.definitions(), in.run().repository()))) {
            in.run()
                    .gap("Not all artifacts that jobs of '" + workflow.path()
                            + "' leave for each other are followed, for there are more than can be followed");
        }
        for (UntrustedCheckoutExec.Run run : UntrustedCheckoutExec.runs(job, in)) {
            Outside outside = run.execution().outside();
            boolean weak = !in.isPrivileged() && in.permissions().isPresent();
            boolean asks = run.triggers().stream().allMatch(trigger -> trigger.is("issue_comment"))
                    && CommentCommand.asksBefore(job, run.way(), in.definitions());
            // Between jobs of one run, a job without rights gets no further than the one that checked the code out.
            if (outside.isArtifact() && !(weak && outside.upload().isPresent())) {
                var finding = at(run.execution().place())
                        .severity(asks ? Severity.LOW : weak ? Severity.MEDIUM : info().severity())
                        .confidence(asks ? Confidence.LOW : Confidence.MEDIUM)
                        .exposure(Exposure.ANYONE)
                        .message("'" + run.execution().text() + "' runs in files that " + left(outside)
                                + ", in a run of '"
                                + run.triggers().get(0).event().value() + "', which has the repository's rights")
                        .remedy(
                                "Unpack artifacts into a folder below `runner.temp`, run nothing from there, and check what"
                                        + " is read of them")
                        .subject(job.id().value() + " " + run.execution().text())
                        .way(run.way().entry().at(run.triggers().get(0).span()).labelled("starts the run"));
                if (outside.upload().isPresent()) {
                    OutsideUpload upload = outside.upload().get();
                    finding.way(upload.source()
                                    .labelled(upload.isArtifact() ? "brings an artifact" : "checks out the code"))
                            .way(upload.place().labelled("leaves the artifact"));
                }
                finding.way(outside.place().labelled("brings the artifact"));
                outside.copied().ifPresent(finding::way);
                in.report(run.execution().step().explain(finding));
            }
        }
    }
}
