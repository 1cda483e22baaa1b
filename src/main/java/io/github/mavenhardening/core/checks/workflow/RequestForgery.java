package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.flow.Sink;

/** Finds requests to machines that outsiders choose. */
@AutoService(Check.class)
@CheckInfo(
        id = "request-forgery",
        title = "An outsider chooses which machine a request goes to",
        severity = Severity.MEDIUM,
        controls = "OSPS-BR-01.01",
        sources = {
            "https://cwe.mitre.org/data/definitions/918.html",
            "https://owasp.org/www-community/attacks/Server_Side_Request_Forgery"
        })
public final class RequestForgery implements WorkflowCheck {

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        for (Sink sink : FollowedText.sinks(Sink.Kind.HOST, job, in)) {
            boolean isWeak = sink.guarded() || !sink.privileged();
            in.report(sink.taint()
                    .explain(at(sink.place()))
                    .severity(isWeak ? Severity.LOW : carriesSecret(sink) ? Severity.HIGH : info().severity())
                    .confidence(isWeak ? Confidence.LOW : Confidence.MEDIUM)
                    .exposure(Exposure.ANYONE)
                    .message("`" + sink.text() + "` asks a machine that an outsider names, which gets what the request"
                            + " carries and decides what comes back")
                    .remedy("Write the host into the script, or compare it with a list of those that are allowed")
                    .subject(FollowedText.subject(sink, job, in)));
        }
    }

    /** Whether an action is given a secret for its request. */
    private static boolean carriesSecret(Sink sink) {
        if (sink.step().step().body() instanceof Step.UsesAction action) {
            for (NamedValues.Binding input : action.with().all()) {
                if (PossibleValue.pathsIn(input.text().orElse("")).stream()
                        .anyMatch(path -> path.readsSecret() || path.isWithin("github.token"))) {
                    return true;
                }
            }
        }
        return false;
    }
}
