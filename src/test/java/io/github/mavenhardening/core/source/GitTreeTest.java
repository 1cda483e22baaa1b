package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTreeTest {

    private static final PersonIdent WHO = new PersonIdent("A", "a@example.org");

    /** Isolates JGit before it is used to set the stage, or it measures the file system for seconds. */
    @BeforeAll
    static void isolate() {
        assertThat(GitFolder.none().isPresent()).isFalse();
    }

    @TempDir
    Path root;

    private interface Look {
        void at(FileTree commit) throws IOException;
    }

    private void look(Look look) throws IOException {
        try (GitHistory history = GitFolder.of(root).history().orElseThrow()) {
            List<Version> commits = history.commits(1);
            look.at(new GitTrees(history).at(commits.get(0)));
        }
    }

    private void commit() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setAuthor(WHO)
                    .setCommitter(WHO)
                    .setMessage("m")
                    .setSign(false)
                    .call();
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void answersAsTheCheckoutOfTheSameCommit() throws Exception {
        write(".github/workflows/ci.yml", "on: push");
        write(".github/workflows/nested/no.yml", "on: push");
        write("a/action.yml", "runs: {}");
        write("a/vendor/lib.txt", "vendored");
        write("node_modules/x/action.yml", "runs: {}");
        write("a.txt", "1");
        write("a0.txt", "2");
        assertThat(root.resolve("a.txt").toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(root.resolve("a/linked.txt"), Path.of("../a.txt"));
        Files.createSymbolicLink(root.resolve("a/twice.txt"), Path.of("linked.txt"));
        Files.createSymbolicLink(root.resolve("dangling"), Path.of("none"));
        Files.createSymbolicLink(root.resolve("outside"), Path.of("../../etc/passwd"));
        Files.createSymbolicLink(root.resolve("absolute"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(root.resolve("circle"), Path.of("circle"));
        commit();
        FileTree checkout = new Checkout(root);

        look(commit -> {
            assertThat(commit.files()).isEqualTo(checkout.files());
            assertThat(commit.tracked()).isEqualTo(checkout.tracked());
            for (String folder : List.of("", "a", ".github/workflows", ".github", "none", "a.txt", "node_modules/x")) {
                assertThat(commit.filesIn(folder)).as(folder).isEqualTo(checkout.filesIn(folder));
            }
            for (String path : List.of(
                    "a.txt",
                    "a",
                    "a/",
                    "./a.txt",
                    "a/../a.txt",
                    "../a.txt",
                    "a/linked.txt",
                    "a/twice.txt",
                    "dangling",
                    "outside",
                    "absolute",
                    "circle",
                    "none",
                    "node_modules/x/action.yml",
                    "/a.txt",
                    "a/vendor")) {
                assertThat(commit.isFile(path)).as(path).isEqualTo(checkout.isFile(path));
            }
            for (String path : List.of("a.txt", "a", "a/vendor", "dangling", "none", "a0", "a/linked.txt")) {
                assertThat(commit.exists(path)).as(path).isEqualTo(checkout.exists(path));
            }
            for (String path : checkout.files()) {
                assertThat(commit.read(path, 100)).as(path).isEqualTo(checkout.read(path, 100));
            }
            assertThat(commit.git().isPresent()).isFalse();
        });
    }

    @Test
    void readsTheCommitAndNotTheCheckout() throws Exception {
        write("a.txt", "committed");
        commit();
        write("a.txt", "changed");
        write("b.txt", "new");

        look(commit -> {
            assertThat(commit.files()).containsExactly("a.txt");
            assertThat(new String(commit.read("a.txt", 100), StandardCharsets.UTF_8))
                    .isEqualTo("committed");
            assertThat(commit.isFile("b.txt")).isFalse();
            assertThatThrownBy(() -> commit.read("b.txt", 100)).isInstanceOf(NoSuchFileException.class);
        });
    }

    @Test
    void readsTheBeginningsOfFilesAtEachLength() throws Exception {
        write("a.txt", "0123456789");
        write("same.txt", "0123456789");
        write("empty.txt", "");
        Files.createSymbolicLink(root.resolve("link"), Path.of("a.txt"));
        commit();

        look(commit -> {
            for (int length : List.of(4, 20, 4, 10, 20)) {
                assertThat(commit.head("a.txt", length)).hasSize(Math.min(length, 10));
                assertThat(commit.head("same.txt", length)).isEqualTo(commit.head("a.txt", length));
                assertThat(commit.head("empty.txt", length)).isEmpty();
            }
            commit.head("a.txt", 4)[0] = 'x';
            assertThat(commit.head("a.txt", 4)).startsWith('0');
            assertThatThrownBy(() -> commit.head("link", 4)).isInstanceOf(NoSuchFileException.class);
        });
    }

    @Test
    void refusesFilesBeyondTheLimitAndFoldersBehindLinks() throws Exception {
        write("a.txt", "0123456789");
        write("elsewhere/ci.yml", "on: push");
        Files.createDirectories(root.resolve(".github"));
        Files.createSymbolicLink(root.resolve(".github/workflows"), Path.of("../elsewhere"));
        commit();

        look(commit -> {
            assertThatThrownBy(() -> commit.read("a.txt", 9)).hasMessage("larger than 9 bytes");
            assertThatThrownBy(() -> commit.filesIn(".github/workflows"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("behind a link");
            assertThat(commit.filesIn("elsewhere")).containsExactly("elsewhere/ci.yml");
        });
    }

    /** A few objects that spell millions of entries: each folder holds the next one twenty times. */
    @Tag("long")
    @Test
    void refusesACommitOfTooManyEntries() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call();
                ObjectInserter inserter = git.getRepository().newObjectInserter()) {
            ObjectId tree = inserter.insert(new TreeFormatter());
            for (int level = 0; level < 12; level++) {
                TreeFormatter folder = new TreeFormatter();
                for (char name = 'a'; name < 'u'; name++) {
                    folder.append(String.valueOf(name), FileMode.TREE, tree);
                }
                tree = inserter.insert(folder);
            }
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree);
            commit.setAuthor(WHO);
            commit.setCommitter(WHO);
            commit.setMessage("m");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            var head = git.getRepository().updateRef(Constants.HEAD);
            head.setNewObjectId(id);
            head.update();
        }

        assertThatThrownBy(() -> look(FileTree::files))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 1000000 entries");
    }
}
