package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.flow.Sink;

/** Finds text of outsiders that a command takes for an option or a program of its own. */
@AutoService(Check.class)
@CheckInfo(
        id = "argument-injection",
        title = "Text of an outsider is an option or a program of a command",
        severity = Severity.MEDIUM,
        controls = "OSPS-BR-01.01",
        sources = {
            "https://cwe.mitre.org/data/definitions/88.html",
            "https://www.gnu.org/software/sed/manual/html_node/Other-Commands.html",
            "https://git-scm.com/docs/gitcli"
        })
public final class ArgumentInjection implements WorkflowCheck {

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        for (Sink sink : FollowedText.sinks(Sink.Kind.ARGUMENT, job, in)) {
            in.report(sink.taint()
                    .explain(at(sink.place()))
                    .severity(sink.guarded() ? Severity.LOW : info().severity())
                    // Where a run has no rights, the outsider's own code runs in it as well.
                    .persona(sink.privileged() ? info().persona() : Persona.PEDANTIC)
                    .confidence(sink.guarded() || !sink.privileged() ? Confidence.LOW : Confidence.MEDIUM)
                    .exposure(Exposure.ANYONE)
                    .message("`" + sink.text()
                            + "` holds text of an outsider, which the command can take for an option"
                            + " or for commands of its own")
                    .remedy("Put `--` before it, give it to the program as a variable, or check it against a list of"
                            + " what is allowed")
                    .subject(FollowedText.subject(sink, job, in)));
        }
    }
}
