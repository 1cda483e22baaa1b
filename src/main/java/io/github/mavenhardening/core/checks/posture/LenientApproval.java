package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.GitLabSettings.Approvals;
import java.util.Optional;

/** Approvals on GitLab that say nothing: who wrote a change gives them, or they were given to another. */
@AutoService(Check.class)
@CheckInfo(
        id = "lenient-approval",
        title = "A merge request on GitLab is approved by who wrote it, or changed once it is approved",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.gitlab.com/user/project/merge_requests/approvals/settings/",
            "https://docs.gitlab.com/api/merge_request_approvals/"
        })
public final class LenientApproval implements PostureCheck {

    @Override
    public void check(CheckContext in) {
        Optional<ForgeView> found = ForgeView.ofGitLab(this, in);
        if (found.isEmpty()) {
            return;
        }
        ForgeView forge = found.get();
        Optional<Integer> needed =
                forge.value("'approvals'", forge.settings().defaultBranchRules().approvals());
        // Where none is needed, nobody is kept from anything by who may give one.
        if (needed.isEmpty() || needed.get() == 0) {
            return;
        }
        Approvals approvals = forge.gitLab().orElseThrow().approvals();
        Optional<Boolean> byAuthor = forge.value("'byAuthor'", approvals.byAuthor());
        Optional<Boolean> byCommitters = forge.value("'byCommitters'", approvals.byCommitters());
        Optional<Boolean> kept = forge.value("'keptOnPush'", approvals.keptOnPush());
        if (byAuthor.isPresent() && byAuthor.get()) {
            in.report(at(forge.at("gitLab", "approvals", "byAuthor"))
                    .message("Who opens a merge request may approve it")
                    .remedy("Prevent approval by the author")
                    .subject("author"));
        }
        if (byCommitters.isPresent() && byCommitters.get()) {
            in.report(at(forge.at("gitLab", "approvals", "byCommitters"))
                    .severity(Severity.LOW)
                    .message("Who adds commits to a merge request may approve it")
                    .remedy("Prevent approvals by users who add commits")
                    .subject("committers"));
        }
        if (kept.isPresent() && kept.get()) {
            in.report(at(forge.at("gitLab", "approvals", "keptOnPush"))
                    .message("Approvals of a merge request outlast changes that nobody has seen")
                    .remedy("Remove all approvals when a commit is added")
                    .subject("kept"));
        }
    }
}
