package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.flow.Sink;
import java.util.regex.Pattern;

/** Finds text of outsiders that reaches code by variables, outputs, jobs, actions, files or called workflows. */
@AutoService(Check.class)
@CheckInfo(
        id = "indirect-injection",
        title = "Text of an outsider reaches code by way of other steps",
        severity = Severity.HIGH,
        controls = "OSPS-BR-01.01",
        sources = {
            "https://docs.github.com/en/actions/concepts/security/script-injections",
            "https://securitylab.github.com/resources/github-actions-untrusted-input/",
            "https://docs.github.com/en/webhooks/webhook-events-and-payloads"
        })
public final class IndirectInjection implements WorkflowCheck {

    /** An expression that is a variable of the step's environment already. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\{\\s*env\\.\\w+\\s*\\}\\}");

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        for (Sink sink : FollowedText.sinks(Sink.Kind.CODE, job, in)) {
            in.report(sink.taint()
                    .explain(at(sink.place()))
                    .severity(sink.guarded() ? Severity.LOW : sink.privileged() ? info().severity() : Severity.MEDIUM)
                    .confidence(sink.guarded() || sink.taint().isGuess() ? Confidence.LOW : Confidence.MEDIUM)
                    .exposure(Exposure.ANYONE)
                    .message("`" + sink.text()
                            + "` brings text of an outsider into code, which can run commands"
                            + (isOfCaller(sink, in) ? "" : "; " + source(sink)))
                    .remedy((VARIABLE.matcher(sink.text()).matches()
                                    ? "Read the variable itself in the code, quoted"
                                    : "Pass it through `env:` and read the variable in the code, quoted")
                            + ", or check it against a list of what is allowed")
                    .subject(FollowedText.subject(sink, job, in)));
        }
    }

    /** Whether it comes in by the job that uses an action, which is one of several; the finding's way shows the first. */
    private static boolean isOfCaller(Sink sink, WorkflowContext in) {
        return FollowedText.isElsewhere(sink, in)
                && !sink.taint().source().path().equals(sink.place().path());
    }

    private static String source(Sink sink) {
        Location source = sink.taint().source();
        return "line " + source.line() + " of '" + source.path() + "' reads it";
    }
}
