package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.GivenScripts;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.step.Downloads;
import io.github.mavenhardening.core.workflow.step.StepSearch;
import java.util.List;
import java.util.Optional;

/** Finds programs that are downloaded and run without being compared with anything. */
@AutoService(Check.class)
@CheckInfo(
        id = "unverified-download-exec",
        title = "A download is run without being verified",
        severity = Severity.MEDIUM,
        sources = {
            "https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies",
            "https://docs.github.com/en/actions/reference/security/secure-use"
        })
public final class UnverifiedDownloadExec implements WorkflowCheck {

    @Override
    public void steps(List<Step> written, WorkflowContext in) {
        List<Step> steps = GivenScripts.among(written);
        if (mayLoad(steps)) {
            Optional<RepositorySlug> own = in.run().repository().slug();
            for (Downloads.Executed download : Downloads.executed(steps, in)) {
                // Whoever can change a file of the repository can change the workflow as well.
                if (own.isPresent() && download.isFileOf(own.get())) {
                    continue;
                }
                in.report(finding(download, download.step().run().orElseThrow(), in));
            }
        }
    }

    private static boolean mayLoad(List<Step> steps) {
        for (Step step : steps) {
            if (step.body() instanceof Step.RunScript run
                    && StepSearch.holds(run.script().value(), Downloads.LOADING)) {
                return true;
            }
        }
        return false;
    }

    private Finding.Builder finding(Downloads.Executed download, Step.RunScript run, WorkflowContext in) {
        int end = Math.min(download.runs().to(), run.script().value().length());
        return at(in.at(run.script().spanOf(Math.min(download.runs().from(), end), end)))
                .severity(in.isPrivileged() ? Severity.HIGH : info().severity())
                .confidence(download.how() == Downloads.How.PIPED ? Confidence.HIGH : Confidence.MEDIUM)
                .message("What is downloaded"
                        + download.address().map(url -> " from '" + url + "'").orElse("")
                        + switch (download.how()) {
                            case PATH -> " is put on the path to be run, without verification,";
                            case EXECUTABLE -> " is made executable without verification,";
                            default -> " is run without verification,";
                        }
                        + " so whoever can change it runs code in the job")
                .remedy(
                        "Verify it with a checksum or signature in the repository, download it from the URL of a commit, or"
                                + " use an action pinned to a commit")
                .subject(download.address().orElse(download.runs().name()));
    }
}
