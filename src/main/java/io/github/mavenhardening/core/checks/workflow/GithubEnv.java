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
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.List;

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

    private static final List<String> DANGEROUS = List.of("pull_request_target", "workflow_run");

    @Override
    public void step(Step step, WorkflowContext in) {
        if (in.workflow().isPresent() && !isExposed(in.workflow().get())) {
            return;
        }
        if (step.body() instanceof Step.RunScript run) {
            Shell shell = ScriptShell.of(run, in.normalJob(), in.workflow()).likely();
            for (String variable : EnvironmentFile.writtenBy(run.script().value(), shell)) {
                in.report(at(in.at(run.key().span()))
                        .exposure(Exposure.ANYONE)
                        .message("The script writes to " + variable
                                + " a value that is not literal, which can set LD_PRELOAD"
                                + " or similar variables for later steps")
                        .remedy("Write to $GITHUB_OUTPUT, and pass the output to the steps that need it")
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
}
