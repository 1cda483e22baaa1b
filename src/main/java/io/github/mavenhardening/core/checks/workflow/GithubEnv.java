package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.shell.EnvironmentFile;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.flow.TestedText;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.Callers;
import io.github.mavenhardening.core.workflow.graph.InputSites;
import java.util.List;
import java.util.Set;

/** Finds scripts that set variables or the search path to text that outsiders may have chosen. */
@AutoService(Check.class)
@CheckInfo(
        id = "github-env",
        title = "A script sets variables of later steps to values that are not literal",
        severity = Severity.HIGH,
        controls = "OSPS-BR-01.01",
        confidence = Confidence.LOW,
        sources = {
            "https://docs.zizmor.sh/audits/#github-env",
            "https://www.synacktiv.com/publications/github-actions-exploitation-repo-jacking-and-environment-manipulation",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files"
        })
public final class GithubEnv implements WorkflowCheck {

    private static final String PATH = "GITHUB_PATH";

    private static final List<String> DANGEROUS = List.of("pull_request_target", "workflow_run");

    @Override
    public void step(Step step, WorkflowContext in) {
        if (in.workflow().isPresent() && !isExposed(in.workflow().get())) {
            return;
        }
        if (step.body() instanceof Step.RunScript run) {
            Shell shell = ScriptShell.of(run, in.normalJob(), in.workflow()).likely();
            String script = run.script().value();
            Set<String> written = EnvironmentFile.writtenBy(script, shell);
            Set<String> steered = written.isEmpty() || !mayBeReached(in)
                    ? Set.of()
                    : EnvironmentFile.writtenBy(
                            SteadyValues.leftOut(
                                    shell == Shell.POSIX ? TestedText.leftOut(script) : script, step.env()),
                            shell);
            for (String variable : written) {
                in.report(at(in.at(run.key().span()))
                        .severity(steered.contains(variable) ? info().severity() : Severity.LOW)
                        .exposure(Exposure.ANYONE)
                        .message("The script writes to " + variable + " a value that is not literal, which can "
                                + (variable.equals(PATH)
                                        ? "put programs of another directory in front of those that later steps mean to run"
                                        : "set LD_PRELOAD or similar variables for later steps"))
                        .remedy(
                                variable.equals(PATH)
                                        ? "Write a directory that is fixed, or run the program by its full path where it is needed"
                                        : "Write to $GITHUB_OUTPUT, and pass the output to the steps that need it")
                        .subject(variable));
            }
        }
    }

    private static boolean isExposed(Workflow workflow) {
        for (String event : DANGEROUS) {
            if (workflow.runsOn(event)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a run that an outsider sets off may get there: into an action, by workflows of the repository or by others. */
    private static boolean mayBeReached(WorkflowContext in) {
        if (in.action().isEmpty()) {
            return true;
        }
        Set<Workflow> workflows = InputSites.workflows(in.action().get(), in.definitions());
        for (Workflow workflow : workflows) {
            for (CallPath way : Callers.of(workflow, in.definitions())) {
                for (Trigger trigger : way.triggers()) {
                    if (DANGEROUS.contains(trigger.event().value())) {
                        return true;
                    }
                }
            }
            if (!Callers.areAllKnown(workflow, in.definitions())) {
                return true;
            }
        }
        return workflows.isEmpty();
    }
}
