package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.posture.GateFile;
import io.github.mavenhardening.core.source.CommitBase;
import io.github.mavenhardening.core.source.GitChanges;
import io.github.mavenhardening.core.source.GitFolder;
import io.github.mavenhardening.core.source.GitHistory;
import io.github.mavenhardening.core.source.UnknownBase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The change at hand edits what decides whether it passes. */
@AutoService(Check.class)
@CheckInfo(
        id = "gate-changed",
        title = "A change edits the files that decide whether it passes",
        baselined = false,
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners",
            "https://maven.apache.org/configure.html"
        },
        options = GateChanged.Base.class)
public final class GateChanged implements PostureCheck {

    private static final String FETCH = "fetch the whole history (fetch-depth: 0)";

    record Base(
            @Option(
                    value =
                            "A branch, tag or commit that the change is compared with, in place of what the CI service says",
                    example = "origin/main")
            Optional<String> base)
            implements CommitBase.Named {}

    @Override
    public void check(CheckContext context) {
        Optional<String> asked = context.options(Base.class).base();
        GitFolder git = context.repository().git();
        Optional<String> none = CommitBase.absence(git, asked, context.environment());
        if (none.isPresent()) {
            nothing(none.get(), context);
            return;
        }
        try (GitHistory history = git.history().orElseThrow()) {
            look(history, asked, context);
        } catch (IOException e) {
            unseen("the Git history cannot be read as far as the base; " + FETCH, context);
        }
    }

    private void look(GitHistory history, Optional<String> asked, CheckContext context) throws IOException {
        CommitBase base = CommitBase.of(history, asked, context.environment());
        if (CommitBase.isCheckedOut(history, context.environment())) {
            unseen(CommitBase.CHANGE_ABSENT, context);
        } else if (base.commit().isEmpty()) {
            String advice = UnknownBase.advice(history, base.name());
            unseen("the base of the change is not known (" + base.name() + "); " + advice, context);
        } else {
            compare(history, base, context);
        }
    }

    private void compare(GitHistory history, CommitBase base, CheckContext context) throws IOException {
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
        GateEdits edits = new GateEdits(this, new ChangedFiles(history, changes, context), context);
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
    private static void nothing(String reason, CheckContext context) {
        context.note("gate-changed: nothing to compare with, as " + reason);
    }

    private void unseen(String reason, CheckContext context) {
        context.decline(this, "the change cannot be checked: " + reason);
    }
}
