package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.schema.Quoted;
import io.github.mavenhardening.core.posture.DcoSettings;
import io.github.mavenhardening.core.posture.MailAddress;
import io.github.mavenhardening.core.posture.Remediation;
import io.github.mavenhardening.core.posture.SignOff;
import io.github.mavenhardening.core.source.Commit;
import io.github.mavenhardening.core.source.CommitBase;
import io.github.mavenhardening.core.source.GitHistory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A commit of the change at hand has no sign-off of its author or committer. */
@AutoService(Check.class)
@CheckInfo(
        id = "dco",
        title = "A commit is not signed off by its author or committer",
        baselined = false,
        severity = Severity.HIGH,
        controls = "OSPS-LE-01.01",
        sources = {"https://developercertificate.org/", "https://github.com/dcoapp/app"},
        options = DeveloperCertificate.Base.class,
        enabledByDefault = false)
public final class DeveloperCertificate implements PostureCheck {

    /** The most commits of a change; more take longer than a check may. */
    private static final int COMMITS = 5_000;

    private static final String CHECK_OUT =
            "Check sign-offs on pull_request, whose checkout has the change's commits (with fetch-depth: 0)";

    private static final Pattern BOT_EMAIL =
            Pattern.compile("(?:\\d{1,20}\\+)?[^@\\s]{1,100}\\[bot\\]@users\\.noreply\\.github\\.com");

    record Base(
            @Option(
                    value =
                            "A branch, tag or commit that the change is compared with, in place of what the CI service says",
                    example = "origin/main")
            Optional<String> base) {}

    @Override
    public void check(CheckContext context) {
        Optional<String> asked = context.options(Base.class).base();
        try {
            Optional<GitHistory> git = context.repository().git().history();
            if (git.isEmpty()) {
                context.report(unseen("there is no Git repository", "Run in a clone"));
                return;
            }
            try (GitHistory history = git.get()) {
                look(history, asked, context);
            }
        } catch (IOException e) {
            context.report(unseen(
                    "the Git history cannot be read as far as the base", "Fetch the whole history (fetch-depth: 0)"));
        }
    }

    private void look(GitHistory history, Optional<String> asked, CheckContext context) throws IOException {
        CommitBase base = CommitBase.of(history, asked, context.environment());
        if (base.isNoRequest()) {
            context.report(nothing("this build is not of a pull or merge request"));
        } else if (CommitBase.isCheckedOut(history, context.environment())) {
            context.report(unseen(CommitBase.CHANGE_ABSENT, CHECK_OUT));
        } else if (history.isShallow()) {
            context.report(unseen("the clone is shallow", "Fetch the whole history (fetch-depth: 0)"));
        } else if (base.commit().isEmpty()) {
            context.report(unseen(
                    "the base of the change is not known (" + base.name() + ")",
                    "Fetch it (fetch-depth: 0), or name it with the option base"));
        } else {
            List<Commit> commits = history.commitsSince(base.commit().get(), COMMITS);
            if (commits.isEmpty()) {
                context.report(
                        base.isPullRequest()
                                ? unseen(CommitBase.CHANGE_ABSENT, CHECK_OUT)
                                : nothing("there are no commits since " + base.name()));
                return;
            }
            judge(commits, DcoSettings.at(history, base.commit().get()), context);
        }
    }

    private void judge(List<Commit> commits, DcoSettings settings, CheckContext context) {
        List<Remediation> remediations = commits.stream()
                .flatMap(commit -> Remediation.of(commit).stream())
                .filter(settings::allows)
                .toList();
        for (Commit commit : commits) {
            if (commit.isMerge() || isBot(commit)) {
                continue;
            }
            boolean healed = remediations.stream().anyMatch(remediation -> remediation.heals(commit));
            failure(commit, healed)
                    .ifPresent(reason -> context.report(
                            unsigned(commit, reason, settings.exemptsMembers() && commit.hasSignature())));
        }
    }

    /** Offline nobody knows who is a member, nor whether the forge takes the signature for good. */
    private Finding.Builder unsigned(Commit commit, String reason, boolean mayBeExempt) {
        Finding.Builder finding = at(Location.ofRepository())
                .message("Commit " + commit.shortId() + " of "
                        + Quoted.of(commit.author().toString()) + " is not signed off: " + reason
                        + (mayBeExempt
                                ? "; require.members in .github/dco.yml exempts members with a verified signature,"
                                        + " which only the forge knows"
                                : ""))
                .remedy("Sign it off, if you may certify it: git commit --amend --signoff, or git rebase --signoff")
                .subject(commit.id());
        return mayBeExempt ? finding.severity(Severity.MEDIUM).confidence(Confidence.LOW) : finding;
    }

    /** Why a commit has no sign-off that counts; empty when it has one, or a later commit has added it. */
    private static Optional<String> failure(Commit commit, boolean healed) {
        List<SignOff> signOffs = SignOff.of(commit.message());
        if (signOffs.isEmpty() && !healed) {
            return Optional.of("there is no Signed-off-by line");
        }
        String author = commit.author().email();
        String email = author.isEmpty() ? commit.committer().email() : author;
        if (!MailAddress.is(email)) {
            return Optional.of(Quoted.of(email) + " is not an email address");
        }
        return healed || signOffs.stream().anyMatch(signOff -> signOff.fits(commit))
                ? Optional.empty()
                : Optional.of("the sign-off is of " + Quoted.of(signOffs.get(0).toString()));
    }

    /** Offline only the name and the address tell a bot, and both can be made up. */
    private static boolean isBot(Commit commit) {
        return commit.author().name().endsWith("[bot]")
                && BOT_EMAIL.matcher(commit.author().email()).matches();
    }

    private Finding.Builder unseen(String reason, String remedy) {
        return at(Location.ofRepository())
                .message("Sign-offs could not be checked: " + reason)
                .remedy(remedy)
                .subject("unseen");
    }

    /** That nothing was looked at is not a pass. */
    private Finding.Builder nothing(String reason) {
        return at(Location.ofRepository())
                .severity(Severity.INFO)
                .message("No sign-off was checked: " + reason)
                .remedy("Expect no action: sign-offs are checked where there is a change")
                .subject("nothing");
    }
}
