package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.CodeInputs;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.ShellVariable;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.flow.CodeCursor;
import io.github.mavenhardening.core.workflow.step.Injectable;
import io.github.mavenhardening.core.workflow.step.InjectionRisk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds expressions that are expanded into code, where their value can be code too. */
@AutoService(Check.class)
@CheckInfo(
        id = "template-injection",
        title = "An expression is expanded into code",
        severity = Severity.HIGH,
        controls = "OSPS-BR-01.01",
        sources = {
            "https://docs.zizmor.sh/audits/#template-injection",
            "https://docs.github.com/en/actions/concepts/security/script-injections",
            "https://securitylab.github.com/resources/github-actions-untrusted-input/"
        })
public final class TemplateInjection implements WorkflowCheck {

    /** Events that anyone sets off by what they send, in runs that have the repository's rights. */
    private static final Set<String> OPEN_EVENTS = Set.of(
            "pull_request_target", "workflow_run", "issue_comment", "issues", "discussion", "discussion_comment");

    @Override
    public void step(Step step, WorkflowContext in) {
        for (CodeInputs.Code code : CodeInputs.of(step)) {
            CodeCursor cursor = new CodeCursor(code.scalar().value());
            for (Fence fence : Fence.of(code.scalar())) {
                cursor.to(fence.from());
                if (fence.expression().isPresent()) {
                    Expression expression = fence.expression().get();
                    look(code, fence, expression, cursor.isLiteral(expression, step), in);
                }
            }
        }
    }

    /** A place and its risk: one place may have several values. */
    private static String key(Expression place, Optional<InjectionRisk> risk) {
        return place.from() + "-" + place.to() + " "
                + (risk.isEmpty()
                        ? ""
                        : risk.get().severity().name()
                                + risk.get().confidence()
                                + risk.get().whose());
    }

    private void look(CodeInputs.Code code, Fence fence, Expression expression, boolean isLiteral, WorkflowContext in) {
        boolean reported = false;
        Set<String> met = new HashSet<>();
        for (PossibleValue outcome : isLiteral ? List.<PossibleValue>of() : PossibleValue.of(expression)) {
            Optional<InjectionRisk> risk = Injectable.risk(outcome.path().orElseThrow(), in);
            boolean fresh = met.add(key(outcome.place(), risk));
            Optional<Finding.Builder> found = fresh ? found(code, fence, outcome, risk, in) : Optional.empty();
            if (found.isPresent()) {
                if (outcome.place() == expression) {
                    fix(fence, in).ifPresent(found.get()::fix);
                }
                in.report(found.get());
                reported = true;
            }
        }
        if (!reported) {
            Finding.Builder harmless = harmless(code, fence, expression, in);
            fix(fence, in).ifPresent(harmless::fix);
            in.report(harmless);
        }
    }

    /** What an outsider may word, and what the script could read as a variable as well, whoever words it. */
    private Optional<Finding.Builder> found(
            CodeInputs.Code code,
            Fence fence,
            PossibleValue outcome,
            Optional<InjectionRisk> risk,
            WorkflowContext in) {
        if (risk.isPresent()) {
            return Optional.of(finding(code, fence, outcome.place(), risk.get().whose(), in)
                    .exposure(isWordedByAnyone(outcome, in) ? Exposure.ANYONE : Exposure.INSIDER)
                    .severity(
                            isOfOwnFiles(outcome, in)
                                    ? Severity.LOW
                                    : risk.get().severity())
                    .confidence(risk.get().confidence()));
        }
        return isNamed(outcome.path().orElseThrow())
                ? Optional.of(harmless(code, fence, outcome.place(), in))
                : Optional.empty();
    }

    /** Whether it is a part of an event that anyone sets off and that runs with the repository's rights. */
    private static boolean isWordedByAnyone(PossibleValue outcome, WorkflowContext in) {
        return outcome.path().orElseThrow().context().equals("github")
                && in.workflow().stream()
                        .anyMatch(workflow -> OPEN_EVENTS.stream().anyMatch(workflow::runsOn));
    }

    private static boolean isOfOwnFiles(PossibleValue outcome, WorkflowContext in) {
        ContextPath path = outcome.path().orElseThrow();
        return path.context().equals("matrix") && OwnFiles.areAllOf(path, in);
    }

    private Finding.Builder harmless(CodeInputs.Code code, Fence fence, Expression part, WorkflowContext in) {
        return finding(code, fence, part, "", in).severity(Severity.LOW).persona(Persona.PEDANTIC);
    }

    private static Optional<Fix> fix(Fence fence, WorkflowContext in) {
        return EnvironmentFix.of(in.step().orElseThrow(), fence, in);
    }

    /** Whether it is a variable, or an input whose type leaves no text to choose. */
    private static boolean isNamed(ContextPath path) {
        return path.context().equals("env") || path.context().equals("inputs");
    }

    private Finding.Builder finding(
            CodeInputs.Code code, Fence fence, Expression part, String whose, WorkflowContext in) {
        String text = fence.scalar().value().substring(part.from(), part.to());
        return at(in.at(fence.span(part)))
                .confidence(Confidence.HIGH)
                .related(in.at(code.place()).labelled("runs it"))
                .message("`${{ " + text + " }}` is expanded into "
                        + (isScript(code) ? "the script" : "the input '" + code.key() + "'")
                        + ", so its value can run " + (isScript(code) ? "commands" : "code") + whose)
                .remedy(remedy(code, fence, part, in))
                .subject(code.key() + " " + text);
    }

    private static boolean isScript(CodeInputs.Code code) {
        return code.key().equals("run");
    }

    private static String remedy(CodeInputs.Code code, Fence fence, Expression part, WorkflowContext in) {
        Optional<Step.RunScript> run = isScript(code) ? in.step().flatMap(Step::run) : Optional.empty();
        if (run.isPresent() && EnvironmentFix.isCommand(run.get().script().value(), fence)) {
            return "Let the value choose among commands that are written here: it is a command as a whole, which no variable"
                    + " can take the place of";
        }
        Optional<ShellVariable> variable = ShellVariable.of(part);
        if (run.isEmpty() || variable.isEmpty()) {
            return "Pass it through `env:` and read the variable in the code, quoted";
        }
        Shell shell = ScriptShell.of(run.get(), in.normalJob(), in.workflow())
                .certain()
                .orElse(Shell.POSIX);
        Optional<String> expansion = shell == Shell.POSIX
                ? Optional.of("$" + variable.get().name())
                : variable.get().expansion(shell, '"');
        if (expansion.isEmpty()) {
            return (variable.get().isSet() ? "Read" : "Pass it through `env:` and read")
                    + " the environment's variable " + variable.get().name() + " in the code";
        }
        String quoted = " `\"" + expansion.get() + "\"`";
        return variable.get().isSet()
                ? "Use the quoted variable" + quoted + " instead"
                : "Pass it through `env:` and use the quoted variable" + quoted;
    }
}
