package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.LoopbackGit;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedLockEntryTest {

    private static final MovedLockEntry CHECK = new MovedLockEntry();
    private static final String LOCK = ".github/workflows/actions.lock";

    @TempDir
    Path forge;

    private static MarkedYaml locked(String entries, String address) {
        return MarkedYaml.steps("- uses: o/r@v1")
                .and(LOCK, "version: v0.0.3\nworkflows: {}\ndependencies:\n" + entries.indent(2))
                .online(address);
    }

    @Test
    void comparesTheLockWithWhatTagsAndBranchesStandFor() throws Exception {
        String first = RemoteFixtures.action(forge, "o/r", "v1.0.0", "runs: {using: node24, main: x.js}\n");
        String second;
        try (Git git = Git.open(forge.resolve("o/r").toFile())) {
            second = LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v1", true);
        }
        String impostor = RemoteFixtures.impostor(forge, "o/r");
        try (LoopbackGit server = new LoopbackGit(forge)) {
            MarkedYaml repository = locked("""
                    o/r@v1: {ref: v1, commit: sha1-FIRST}          # finds: moved-lock-entry medium
                    o/r@v1.0.0: {ref: v1.0.0, commit: sha1-FIRST}
                    o/r@main: {ref: main, commit: sha1-FIRST}
                    o/r@v9: {ref: v9, commit: sha1-FIRST}          # finds: moved-lock-entry low
                    o/r@next: {ref: main, commit: sha1-IMPOSTOR}   # finds: moved-lock-entry high
                    o/r@short: {ref: main, commit: sha1-1234}
                    """.replace("FIRST", first).replace("IMPOSTOR", impostor), server.address());

            repository.isFoundBy(CHECK);
            assertThat(repository.findings(CHECK))
                    .extracting(finding -> finding.primary().path() + ":"
                            + finding.primary().line() + " " + finding.message() + " | " + finding.remedy())
                    .containsExactlyInAnyOrder(
                            LOCK + ":4 'o/r@v1' is locked to " + first + ", and the tag 'v1' stands for " + second
                                    + " now | Find out why it moved; 'mvn hardening:lock -Dhardening.actions"
                                    + " -Dhardening.accept=o/r@v1' locks the new commit",
                            LOCK
                                    + ":7 'o/r@v9' is locked as 'v9', which its repository has neither as a tag nor as a branch any"
                                    + " more | Use a version that there is, and run 'mvn hardening:lock -Dhardening.actions'",
                            LOCK
                                    + ":8 'o/r@next' is locked to a commit of no branch and no tag of its repository: it may be one"
                                    + " of a fork, or the repository's history was rewritten | Look at the commit and at who"
                                    + " brought it into the lock; GitHub refuses to run it");
        }
    }

    @Test
    void saysWhatCouldNotBeChecked() throws Exception {
        try (LoopbackGit server = new LoopbackGit(forge)) {
            var audit = locked("o/gone@v1: {ref: v1, commit: sha1-" + "1".repeat(40) + "}\n", server.address())
                    .audit(CHECK);
            assertThat(audit.findings()).isEmpty();
            assertThat(audit.gaps())
                    .containsExactly("moved-lock-entry: " + server.address() + "/o/gone does not exist, or is private");
        }
    }
}
