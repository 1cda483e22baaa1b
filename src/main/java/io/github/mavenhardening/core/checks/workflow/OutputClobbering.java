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
import io.github.mavenhardening.core.workflow.flow.Sink;

/** Finds text of several lines that outsiders word and a script writes to the file of its outputs. */
@AutoService(Check.class)
@CheckInfo(
        id = "output-clobbering",
        title = "Lines of an outsider's text can set other outputs of the step",
        severity = Severity.MEDIUM,
        controls = "OSPS-BR-01.01",
        sources = {
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings",
            "https://securitylab.github.com/resources/github-actions-untrusted-input/"
        })
public final class OutputClobbering implements WorkflowCheck {

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        for (Sink sink : FollowedText.sinks(Sink.Kind.OUTPUT, job, in)) {
            in.report(sink.taint()
                    .explain(at(sink.place()))
                    .severity(sink.guarded() ? Severity.LOW : info().severity())
                    .confidence(sink.guarded() || !sink.privileged() ? Confidence.LOW : Confidence.MEDIUM)
                    .exposure(Exposure.ANYONE)
                    .message(
                            sink.text().equals("*")
                                    ? "The outputs are set to lines that an outsider words, who names and sets any of them"
                                    : "The output '" + sink.text()
                                            + "' is set to lines that an outsider words, which can set the"
                                            + " step's other outputs")
                    .remedy("Write it between delimiters that are random, as GitHub's documentation shows, or keep only"
                            + " its first line")
                    .subject(FollowedText.subject(sink, job, in)));
        }
    }
}
