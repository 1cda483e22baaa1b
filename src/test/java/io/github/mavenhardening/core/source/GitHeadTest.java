package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHeadTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "89abcdef0123456789abcdef0123456789abcdef";

    @TempDir
    Path root;

    private static GitHead head(String head, Map<String, String> files) {
        return GitHead.of(head, name -> Optional.ofNullable(files.get(name)));
    }

    @Test
    void knowsABranch() {
        assertThat(head("ref: refs/heads/feature/x\n", Map.of("refs/heads/feature/x", HASH + "\n")))
                .isEqualTo(new GitHead(Optional.of("feature/x"), Optional.of(HASH)));
    }

    @Test
    void knowsAPackedBranch() {
        String packed = "# pack-refs with: peeled fully-peeled sorted\n" + OTHER + " refs/heads/not-main\n" + OTHER
                + " refs/remotes/x/refs/heads/main\n" + HASH + " refs/heads/main\n^" + OTHER + "\n";

        assertThat(head("ref: refs/heads/main", Map.of("packed-refs", packed)).commit())
                .contains(HASH);
        assertThat(head("ref: refs/heads/main", Map.of("packed-refs", packed, "refs/heads/main", OTHER))
                        .commit())
                .contains(OTHER);
    }

    @Test
    void knowsACommitWithoutABranch() {
        assertThat(head(HASH + "\n", Map.of())).isEqualTo(new GitHead(Optional.empty(), Optional.of(HASH)));
    }

    @Test
    void knowsABranchWithoutACommit() {
        assertThat(head("ref: refs/heads/main\n", Map.of()))
                .isEqualTo(new GitHead(Optional.of("main"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ref: refs/heads/../../config",
                "ref: ../../etc/passwd",
                "ref: refs/heads/.invalid",
                "ref: refs/heads/a\nb",
                "ref: refs/heads/a\u001b[2J",
                "0123",
                "junk"
            })
    void knowsNothingOfWhatGitWouldNotTake(String head) {
        assertThat(head(head, Map.of("config", HASH, "refs/heads/../../config", HASH)))
                .isEqualTo(GitHead.unknown());
    }

    @Test
    void takesNoTextForAHash() {
        assertThat(head("ref: refs/heads/main", Map.of("refs/heads/main", "secret text"))
                        .commit())
                .isEmpty();
    }

    @Test
    void agreesWithGit() throws GitAPIException, IOException {
        try (Git git =
                Git.init().setDirectory(root.toFile()).setInitialBranch("trunk").call()) {
            assertThat(GitFolder.of(root).head()).isEqualTo(new GitHead(Optional.of("trunk"), Optional.empty()));
            PersonIdent somebody = new PersonIdent(
                    "Somebody", "somebody@example.org", Instant.parse("2026-11-20T10:15:30Z"), ZoneOffset.UTC);
            String commit = git.commit()
                    .setMessage("first")
                    .setAuthor(somebody)
                    .setCommitter(somebody)
                    .setSign(false)
                    .call()
                    .getName();
            assertThat(GitFolder.of(root).head()).isEqualTo(new GitHead(Optional.of("trunk"), Optional.of(commit)));
            try (GitHistory history = GitFolder.of(root).history().orElseThrow()) {
                assertThat(history.committed()).contains(Instant.parse("2026-11-20T10:15:30Z"));
            }
            git.packRefs().setAll(true).call();
            assertThat(root.resolve(".git/refs/heads/trunk")).doesNotExist();
            assertThat(GitFolder.of(root).head().commit()).contains(commit);
            git.checkout().setName(commit).call();
            assertThat(GitFolder.of(root).head()).isEqualTo(new GitHead(Optional.empty(), Optional.of(commit)));
        }
        assertThat(GitFolder.none().head()).isEqualTo(GitHead.unknown());
        Files.delete(root.resolve(".git/HEAD"));
        assertThat(GitFolder.of(root).head()).isEqualTo(GitHead.unknown());
    }
}
