package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.shell.ScanningCommand;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.step.StepSearch;

/** Finds repositories that do not run OpenSSF Scorecard. */
@AutoService(Check.class)
@CheckInfo(
        id = "scorecard-missing",
        title = "No workflow runs OpenSSF Scorecard",
        severity = Severity.INFO,
        persona = Persona.AUDITOR,
        sources = {"https://github.com/ossf/scorecard-action", "https://scorecard.dev/"})
public final class ScorecardMissing implements WorkflowCheck {

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        boolean runs = StepSearch.usesAction("ossf/scorecard-action", definitions)
                || StepSearch.runs(
                        ScanningCommand::isScorecard, definitions, in.run().repository());
        if (!definitions.workflows().isEmpty() && !runs) {
            in.report(at(Location.ofRepository())
                    .message("No workflow runs OpenSSF Scorecard, which checks what the repository's files do not show")
                    .remedy("Run ossf/scorecard-action on a schedule, and on pushes to the default branch")
                    .subject("missing"));
        }
    }
}
