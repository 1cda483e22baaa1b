package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds actions that install a tool whose version is not set. */
@AutoService(Check.class)
@CheckInfo(
        id = "unpinned-tools",
        title = "An action installs the newest version of a tool",
        severity = Severity.MEDIUM,
        sources = {"https://docs.zizmor.sh/audits/#unpinned-tools"})
public final class UnpinnedTools implements WorkflowCheck {

    /**
     * By action, the input that pins its tool.
     *
     * @see <a href="https://github.com/extractions/setup-just">setup-just</a>
     * @see <a href="https://github.com/extractions/setup-crate">setup-crate</a>
     * @see <a href="https://github.com/aquasecurity/setup-trivy">setup-trivy</a>
     * @see <a href="https://github.com/1Password/load-secrets-action">load-secrets-action</a>
     */
    private static final Map<String, String> VERSION_INPUTS = Map.of(
            "extractions/setup-just", "just-version",
            "extractions/setup-crate", "version",
            "aquasecurity/setup-trivy", "version",
            "1password/load-secrets-action", "version");

    /** What stands for any version, the newest among them. */
    private static final Set<String> ANY = Set.of("latest", "*");

    @Override
    public void step(Step step, WorkflowContext in) {
        for (Map.Entry<String, String> pin : VERSION_INPUTS.entrySet()) {
            if (step.usesAction(pin.getKey())) {
                look(step.uses().orElseThrow(), pin.getValue(), in);
            }
        }
    }

    private void look(Step.UsesAction action, String input, WorkflowContext in) {
        if (action.with().whole().isPresent()) {
            return;
        }
        Optional<NamedValues.Binding> version = action.with().get(input);
        Optional<String> text = version.flatMap(NamedValues.Binding::text);
        if (version.isEmpty()) {
            in.report(finding(action, input, action.uses().span(), in));
        } else if (text.filter(UnpinnedTools::isAny).isPresent()) {
            in.report(finding(action, input, version.get().span(), in));
        } else if (text.filter(value -> value.contains("${{")).isPresent()) {
            in.report(finding(action, input, version.get().span(), in).confidence(Confidence.LOW));
        }
    }

    private static boolean isAny(String version) {
        return ANY.contains(version.strip().toLowerCase(Locale.ROOT));
    }

    private Finding.Builder finding(Step.UsesAction action, String input, Span span, WorkflowContext in) {
        return at(in.at(span))
                .message("'" + action.uses().text() + "' may install another version of its tool in every run")
                .remedy("Set the tool's version: '" + input + "' under 'with'")
                .subject(action.uses().text());
    }
}
