package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;

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
        config("[remote \"origin\"]\nurl = x\n" + "# comment\n".repeat(200_000));

        assertThat(GitFolder.of(root).originUrl()).isEmpty();
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
    @ValueSource(strings = {"", "gitdir:", "gitdir: nothing", "elsewhere", "gitdir: a\0b", "gitdir: \uD83D\uDE00"})
    void aFileThatLeadsNowhereIsNoGit(String text) throws IOException {
        Files.writeString(root.resolve(".git"), text);

        GitFolder git = GitFolder.of(root);

        assertThat(git.isPresent()).isFalse();
        assertThat(git.folder()).isEmpty();
        assertThat(git.originUrl()).isEmpty();
        assertThat(git.index().tracksFile("a")).isFalse();
    }

    @Test
    void aHugeFileIsNoPointer() throws IOException {
        Files.writeString(root.resolve(".git"), "gitdir: ." + "/.".repeat(10_000));

        assertThat(GitFolder.of(root).isPresent()).isFalse();
    }

    private void config(String text) throws IOException {
        Path git = Files.createDirectory(root.resolve(".git"));
        Files.writeString(git.resolve("config"), text);
    }
}
