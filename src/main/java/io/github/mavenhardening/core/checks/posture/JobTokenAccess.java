package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.GitLabSettings;
import java.util.Optional;

/** Tokens of other projects' jobs that are let into the project, or one of its own that pushes. */
@AutoService(Check.class)
@CheckInfo(
        id = "job-token-access",
        title = "Jobs of every project on GitLab are let in by their token, or a job's token may push",
        severity = Severity.HIGH,
        sources = {
            "https://docs.gitlab.com/ci/jobs/ci_job_token/",
            "https://docs.gitlab.com/api/project_job_token_scopes/"
        })
public final class JobTokenAccess implements PostureCheck {

    @Override
    public void check(CheckContext in) {
        Optional<ForgeView> found = ForgeView.ofGitLab(this, in);
        if (found.isEmpty()) {
            return;
        }
        ForgeView forge = found.get();
        GitLabSettings settings = forge.gitLab().orElseThrow();
        Optional<Boolean> limited = forge.value("'jobTokenLimited'", settings.jobTokenLimited());
        if (limited.isPresent() && !limited.get()) {
            in.report(at(forge.at("gitLab", "jobTokenLimited"))
                    .message(
                            "The token of a job of every project can access this one with the rights of who started the job")
                    .remedy("Let in the projects and groups of a list alone, and list those that need it")
                    .subject("inbound"));
        }
        Optional<Boolean> pushes = forge.value("'jobTokenPushes'", settings.jobTokenPushes());
        if (pushes.isPresent() && pushes.get()) {
            in.report(at(forge.at("gitLab", "jobTokenPushes"))
                    .severity(Severity.MEDIUM)
                    .message("The token of a job may push to the repository")
                    .remedy(
                            "Do not allow Git push requests by job tokens; use a token with that right where one job needs it")
                    .subject("push"));
        }
    }
}
