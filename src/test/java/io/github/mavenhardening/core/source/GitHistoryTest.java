package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHistoryTest {

    private static final Instant DAY_1 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant DAY_3 = Instant.parse("2026-01-03T00:00:00Z");

    /** Isolates JGit before it is used to set the stage, or it measures the file system for seconds. */
    @BeforeAll
    static void isolate() {
        assertThat(GitFolder.none().isPresent()).isFalse();
    }

    @TempDir
    Path root;

    @Test
    void tellsTheTagsAtHeadWhateverTheirForm() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            commit(git, "a.txt", "1", DAY_1);
            git.tag().setName("v0.9").setAnnotated(false).call();
            commit(git, "a.txt", "2", DAY_2);
            git.tag().setName("v1.0").setAnnotated(false).call();
            git.tag()
                    .setName("annotated")
                    .setAnnotated(true)
                    .setMessage("m")
                    .setTagger(who(DAY_2))
                    .call();
            assertThat(tags()).containsExactly("annotated", "v1.0");

            git.packRefs().setAll(true).call();
            assertThat(root.resolve(".git/packed-refs")).exists();
            assertThat(tags()).containsExactly("annotated", "v1.0");

            commit(git, "a.txt", "3", DAY_3);
            assertThat(tags()).isEmpty();
        }
    }

    @Test
    void hasNoTagsBeforeTheFirstCommit() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            assertThat(git.getRepository().getDirectory()).exists();
            assertThat(tags()).isEmpty();
        }
    }

    @Test
    void tellsWhenAFileChangedAfterAMoment() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            commit(git, "a.txt", "1", DAY_1);
            commit(git, "a.txt", "2", DAY_2);
            commit(git, "b.txt", "1", DAY_3);
            try (GitHistory history = GitFolder.of(root).history().orElseThrow()) {
                assertThat(history.changeAfter("a.txt", DAY_1, 10)).contains(DAY_2);
                assertThat(history.changeAfter("a.txt", DAY_2, 10)).isEmpty();
                assertThat(history.changeAfter("b.txt", DAY_1, 10)).contains(DAY_3);
                assertThat(history.changeAfter("none.txt", DAY_1.minusSeconds(1), 10))
                        .isEmpty();
                assertThat(history.isShallow()).isFalse();
            }
        }
    }

    @Test
    void refusesToWalkFurtherThanTheLimit() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            commit(git, "a.txt", "1", DAY_1);
            commit(git, "b.txt", "1", DAY_2);
            commit(git, "b.txt", "2", DAY_3);
            try (GitHistory history = GitFolder.of(root).history().orElseThrow()) {
                assertThatThrownBy(() -> history.changeAfter("a.txt", Instant.EPOCH, 2))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("more than 2 commits");
            }
        }
    }

    @Test
    void seesThatACloneIsShallow() throws Exception {
        Path origin = Files.createDirectory(root.resolve("origin"));
        Path clone = root.resolve("clone");
        try (Git git = Git.init().setDirectory(origin.toFile()).call()) {
            commit(git, "a.txt", "1", DAY_1);
            commit(git, "a.txt", "2", DAY_2);
            Git.cloneRepository()
                    .setURI(origin.toUri().toString())
                    .setDirectory(clone.toFile())
                    .setDepth(1)
                    .call()
                    .close();
        }
        try (GitHistory history = GitFolder.of(clone).history().orElseThrow()) {
            assertThat(history.isShallow()).isTrue();
        }
    }

    @Test
    void hasNoHistoryWithoutGit() throws Exception {
        assertThat(GitFolder.of(root).history()).isEmpty();
        assertThat(GitFolder.none().isPresent()).isFalse();
    }

    @Test
    void readingLeavesTheGitFolderAsItIs() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            commit(git, "a.txt", "1", DAY_1);
        }
        // A name that was there and went leaves its trace in the folder's time of change.
        var before = Files.getLastModifiedTime(root.resolve(".git"));
        tags();
        new Checkout(root).files();
        assertThat(Files.getLastModifiedTime(root.resolve(".git"))).isEqualTo(before);
    }

    private List<String> tags() throws IOException {
        try (GitHistory history = GitFolder.of(root).history().orElseThrow()) {
            return history.tagsAtHead();
        }
    }

    private static RevCommit commit(Git git, String file, String text, Instant when)
            throws IOException, GitAPIException {
        Files.writeString(git.getRepository().getWorkTree().toPath().resolve(file), text);
        git.add().addFilepattern(file).call();
        return git.commit()
                .setMessage("change")
                .setAuthor(who(when))
                .setCommitter(who(when))
                .setSign(false)
                .call();
    }

    private static PersonIdent who(Instant when) {
        return new PersonIdent("A", "a@example.org", when, ZoneOffset.UTC);
    }
}
