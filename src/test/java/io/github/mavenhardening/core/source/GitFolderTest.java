package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitFolderTest {

    @TempDir
    Path root;

    @Test
    void theOriginIsReadFromTheConfiguration() throws IOException {
        config("""
                [core]
                    bare = false
                [remote "upstream"]
                    url = https://forge.example.org/other/name
                [Remote "origin"]
                    url = "https://forge.example.org/owner/name.git" ; comment
                    fetch = +refs/heads/*:refs/remotes/origin/*
                """);

        assertThat(GitFolder.of(root).originUrl()).contains("https://forge.example.org/owner/name.git");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[core]\n",
                "[remote \"origin\"]\n",
                "[remote \"Origin\"]\nurl = x\n",
                "[remote \"origin",
                "]]]",
                "[remote \"origin\"]\nurl = \\q\n",
                "[include]\npath = /nothing/here\n",
            })
    void withoutOneThereIsNone(String config) throws IOException {
        config(config);

        assertThat(GitFolder.of(root).originUrl()).isEmpty();
    }

    @Test
    void aConfigurationThatIsNotUtf8IsReadAllTheSame() throws IOException {
        Path git = Files.createDirectory(root.resolve(".git"));
        Files.writeString(
                git.resolve("config"), "# \u00e9\n[remote \"origin\"]\nurl = x\n", StandardCharsets.ISO_8859_1);

        assertThat(GitFolder.of(root).originUrl()).contains("x");
    }

    @Test
    void aHugeConfigurationIsNotRead() throws IOException {
        config("[remote \"origin\"]\nurl = x\n" + "# comment\n".repeat(500_000));

        assertThat(GitFolder.of(root).originUrl()).isEmpty();
        assertUnusable("config is larger than 4194304 bytes");
    }

    @Test
    void aConfigurationOfTenThousandBranchesIsRead() throws IOException {
        config("[branch \"a-branch-of-some-name\"]\nremote = origin\nmerge = refs/heads/main\n".repeat(20_000)
                + "[remote \"origin\"]\nurl = x\n");

        assertThat(GitFolder.of(root).originUrl()).contains("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[core]\n repositoryformatversion = 2\n",
                "[core]\n repositoryformatversion = x\n",
                "[core]\n repositoryformatversion = 1\n[extensions]\n unheard = true\n",
                "[core]\n repositoryformatversion = 1\n[extensions]\n objectformat = sha3\n",
                "[extensions]\n objectFormat = md5\n",
                "[core]\n worktree = elsewhere\n",
                "[core]\n worktree = ..\n[core]\n worktree = /\n",
                "[core]\n worktree = \"a\\tb\"\n",
                "[core\n",
                "url = x\n",
            })
    void whatGitRefusesOrPutsElsewhereIsNotUsed(String config) throws IOException {
        config(config);

        assertThat(GitFolder.of(root).isPresent()).isFalse();
        assertThatThrownBy(() -> GitFolder.of(root).index()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> GitFolder.of(root).history()).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[core]\n worktree = ..\n",
                "[core]\n repositoryformatversion = 1\n[extensions]\n worktreeConfig = true\n partialClone = origin\n",
                "[core]\n repositoryformatversion = 0\n[extensions]\n unheard = true\n",
                "[core]\n bare = true\n",
            })
    void whatGitTakesIsUsed(String config) throws IOException {
        config(config);

        assertThat(GitFolder.of(root).isPresent()).isTrue();
        assertThat(GitFolder.of(root).index()).isEmpty();
    }

    @Test
    void aFileLeadsToTheFolderOfAWorktreeOrSubmodule() throws IOException {
        Path work = Files.createDirectory(root.resolve("work"));
        Path real = Files.createDirectories(root.resolve("real/.git/worktrees/work"));
        Files.writeString(work.resolve(".git"), "gitdir: ../real/.git/worktrees/work\n");
        Files.writeString(root.resolve("real/.git/config"), "[remote \"origin\"]\nurl = shared\n");
        assertThat(GitFolder.of(work).folder().orElseThrow()).isEqualTo(real);
        assertThat(GitFolder.of(work).originUrl()).isEmpty();

        Files.writeString(real.resolve("commondir"), "../..\n");

        assertThat(GitFolder.of(work).originUrl()).contains("shared");
        Files.writeString(work.resolve(".git"), "gitdir: " + real.toAbsolutePath());
        assertThat(GitFolder.of(work).originUrl()).contains("shared");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gitdir:",
                "gitdir: nothing",
                "gitdir: .git",
                "gitdir: other",
                "elsewhere",
                "gitdir: a\0b",
                "gitdir: \uD83D\uDE00"
            })
    void aFileThatLeadsNowhereSaysSo(String text) throws IOException {
        Files.writeString(root.resolve("other"), "gitdir: .\n");
        Files.writeString(root.resolve(".git"), text);

        GitFolder git = GitFolder.of(root);

        assertThat(git.isPresent()).isFalse();
        assertThat(git.folder()).isEmpty();
        assertThat(git.originUrl()).isEmpty();
        assertUnusable(".git does not lead to a directory");
    }

    @Test
    void aLinkThatLeadsNowhereSaysSo() throws IOException {
        Files.createSymbolicLink(root.resolve(".git"), Path.of("nothing"));

        assertUnusable(".git cannot be opened");
    }

    @Test
    void aSharedFolderThatIsNotThereSaysSo() throws IOException {
        Path git = Files.createDirectory(root.resolve(".git"));
        Files.writeString(git.resolve("commondir"), "../elsewhere\n");

        assertUnusable("commondir does not lead to a directory");
    }

    @Test
    void aHugeFileIsNoPointer() throws IOException {
        Files.writeString(root.resolve(".git"), "gitdir: ." + "/.".repeat(10_000));

        assertUnusable(".git is larger than 4096 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "commondir", "index"})
    void whatIsNoFileSaysSo(String name) throws IOException {
        Files.createDirectories(root.resolve(".git").resolve(name));

        assertThatThrownBy(() -> GitFolder.of(root).index()).hasMessage(name + " is not a file");
    }

    private void assertUnusable(String reason) {
        GitFolder git = GitFolder.of(root);
        assertThat(git.isPresent()).isFalse();
        assertThatThrownBy(git::index).isInstanceOf(IOException.class).hasMessage(reason);
        assertThatThrownBy(git::history).isInstanceOf(IOException.class).hasMessage(reason);
    }

    private void config(String text) throws IOException {
        Path git = Files.createDirectory(root.resolve(".git"));
        Files.writeString(git.resolve("config"), text);
    }
}
