package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.FindingSink;
import io.github.mavenhardening.core.check.PostureCheck;
import io.github.mavenhardening.core.check.PostureContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.posture.GateFile;
import io.github.mavenhardening.core.source.GitChanges;
import io.github.mavenhardening.core.source.GitHistory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The change at hand edits what decides whether it passes. */
@AutoService(Check.class)
@CheckInfo(
        id = "gate-changed",
        title = "A change edits what decides whether it passes",
        family = Family.POSTURE,
        severity = Severity.MEDIUM,
        needs = {CheckInfo.Need.REPOSITORY, CheckInfo.Need.GIT},
        sources = {
            "https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners",
            "https://maven.apache.org/configure.html"
        },
        options = "base")
public final class GateChanged implements PostureCheck {

    private static final String FETCH = "fetch the whole history (fetch-depth: 0)";

    @Override
    public void inspect(PostureContext context, FindingSink findings) {
        Optional<String> asked = context.optionsOf(this).text("base");
        try {
            Optional<GitHistory> git = context.repository().git().history();
            if (git.isEmpty()) {
                nothing("there is no Git repository", context);
                return;
            }
            try (GitHistory history = git.get()) {
                look(history, asked, context, findings);
            }
        } catch (IOException e) {
            unseen("the Git history cannot be read as far as the base; " + FETCH, context);
        }
    }

    private void look(GitHistory history, Optional<String> asked, PostureContext context, FindingSink findings)
            throws IOException {
        CommitBase base = CommitBase.of(history, asked, context.environment());
        if (base.isNoRequest()) {
            nothing("this build is not of a pull or merge request", context);
        } else if (CommitBase.isCheckedOut(history, context.environment())) {
            unseen(CommitBase.CHANGE_ABSENT, context);
        } else if (base.commit().isEmpty() && base.isDefault()) {
            nothing("no base is named, and origin has no default branch here", context);
        } else if (base.commit().isEmpty()) {
            unseen("the base of the change is not known (" + base.name() + "); " + FETCH, context);
        } else {
            compare(history, base, context, findings);
        }
    }

    private void compare(GitHistory history, CommitBase base, PostureContext context, FindingSink findings)
            throws IOException {
        List<String> policies = context.policyFiles();
        Optional<GitChanges> found = history.changesSince(
                base.commit().orElseThrow(),
                path -> GateFile.of(path, policies).isPresent() || GateComments.mayHold(path));
        if (found.isEmpty()) {
            unseen("HEAD and " + base.name() + " have no commit in common here; " + FETCH, context);
            return;
        }
        GitChanges changes = found.get();
        if (changes.isEmpty()) {
            String none = "there are no commits since " + base.name();
            if (base.isPullRequest()) {
                unseen(CommitBase.CHANGE_ABSENT, context);
            } else {
                nothing(none, context);
            }
            return;
        }
        GateEdits edits = new GateEdits(this, new ChangedFiles(history, changes, context), findings);
        for (GitChanges.File file : changes.files()) {
            // A file that left the gate for another place is gone from it.
            Optional<GateFile> kind = GateFile.of(file.path(), policies)
                    .or(() -> file.before().flatMap(before -> GateFile.of(before, policies)));
            if (kind.isPresent()) {
                edits.look(file, kind.get());
            } else if (!file.isMove()) {
                edits.comments(file);
            }
        }
    }

    /** That there was nothing to compare with is not a pass. */
    private static void nothing(String reason, PostureContext context) {
        context.note("gate-changed: nothing to compare with, as " + reason);
    }

    private static void unseen(String reason, PostureContext context) {
        context.gap("gate-changed: the change cannot be looked at: " + reason);
    }
}
