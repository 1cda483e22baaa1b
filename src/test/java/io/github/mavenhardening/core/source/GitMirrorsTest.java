package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.network.Access;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitMirrorsTest {

    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();

    private GitMirrors mirrors(String... texts) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i++) {
            files.put(Files.writeString(folder.resolve("config" + i), texts[i]), "config" + i);
        }
        return GitMirrors.of(files, log::add);
    }

    @Test
    void theLongestThatFitsSaysWhereToAsk() throws Exception {
        GitMirrors mirrors = mirrors("""
                [user]
                    name = Ada
                [URL "https://mirror.example.org/github/"]
                    insteadof = https://github.com/
                    insteadOf = "gh:"
                [url "https://own.example.org/o/"]
                    insteadOf = https://github.com/o/
                    pushInsteadOf = https://github.com/p/
                """, """
                [url "http://other.example.org/"]
                    insteadOf = https://forge.example.org/
                    insteadOf =
                """);

        assertThat(mirrors.apply("https://github.com/a/b")).isEqualTo("https://mirror.example.org/github/a/b");
        assertThat(mirrors.apply("https://github.com/a/c")).isEqualTo("https://mirror.example.org/github/a/c");
        assertThat(mirrors.apply("https://github.com/p/b")).isEqualTo("https://mirror.example.org/github/p/b");
        assertThat(mirrors.apply("https://github.com/o/b")).isEqualTo("https://own.example.org/o/b");
        assertThat(mirrors.apply("https://forge.example.org/x")).isEqualTo("http://other.example.org/x");
        assertThat(mirrors.apply("https://else.example.org/x")).isEqualTo("https://else.example.org/x");
        assertThat(log)
                .containsExactly(
                        "Asks https://mirror.example.org/github/ instead of https://github.com/, as Git's"
                                + " configuration says",
                        "Asks https://own.example.org/o/ instead of https://github.com/o/, as Git's configuration says",
                        "Asks http://other.example.org/ instead of https://forge.example.org/, as Git's configuration"
                                + " says");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git@github.com:",
                "ssh://git@github.com/",
                "ext::sh -c id ",
                "file:///srv/git/",
                "/srv/git/",
                "https://ada:s3cret@mirror.example.org/",
                "https://mirror.example.org/?x=",
                "",
            })
    void whatIsNotOverHttpIsLeftOutAndSaidToBe(String base) throws Exception {
        GitMirrors mirrors = mirrors(
                "[url \"" + base + "\"]\n insteadOf = https://github.com/\n[url \"https://mirror.example.org/\"]\n"
                        + " insteadOf = https://git\n");

        assertThat(mirrors.apply("https://github.com/a/b")).isEqualTo("https://mirror.example.org/hub.com/a/b");
        assertThat(mirrors.apply("https://github.com/a/c")).isEqualTo("https://mirror.example.org/hub.com/a/c");
        if (!base.isEmpty()) {
            assertThat(log)
                    .hasSize(2)
                    .contains(
                            "Git's configuration leads https://github.com/ to an address that is not HTTP, or has a user"
                                    + " in it, and is not followed there");
        }
        assertThat(log.toString()).doesNotContain("s3cret");
    }

    @Test
    void aConfigurationThatCannotBeReadIsAnError() throws Exception {
        assertThatThrownBy(() -> mirrors("[url \"x\ninsteadOf"))
                .isInstanceOf(IOException.class)
                .hasMessage("Git's configuration config0 breaks its syntax");
        assertThatThrownBy(() -> mirrors("#".repeat((1 << 20) + 1)))
                .hasMessage("Git's configuration config0 is larger than 1048576 bytes");
        assertThatThrownBy(() -> GitMirrors.of(Map.of(folder, "~/.gitconfig"), log::add))
                .hasMessage("Git's configuration ~/.gitconfig cannot be read");
        assertThat(GitMirrors.of(Map.of(folder.resolve("none"), "none"), log::add)
                        .apply("https://github.com/a/b"))
                .isEqualTo("https://github.com/a/b");
    }

    @Test
    void theMirrorIsAskedInsteadOfTheHost() throws Exception {
        try (LoopbackGit server = new LoopbackGit(folder);
                Git git = LoopbackGit.repository(folder, "o/r")) {
            String one = LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v1", false);
            String two = LoopbackGit.commit(git);
            Access access = new Access(
                    ProxySelector.of(null),
                    host -> Optional.empty(),
                    mirrors("[url \"" + server.address() + "/\"]\n insteadOf = https://github.com/\n"));
            String address = "https://github.com/o/r";

            assertThat(new GitRemote(access).ask(address).tags()).containsEntry("v1", one);
            assertThat(new GitRemote(access).host(address))
                    .isEqualTo(server.address().replace("http://", ""));
            assertThat(new GitReach(access).ask(new GitReach.Question(address, new TreeSet<>(List.of(one, two)))))
                    .containsOnlyKeys(one, two);
            assertThat(new GitDates(access).ask(new GitDates.Question(address, new TreeMap<>(Map.of("v1", one)))))
                    .containsKey("v1");
            assertThat(log).hasSize(1);
        }
    }

    /** The checkout's own configuration, and the user's as JGit would read it, lead nowhere. */
    @Test
    void noOtherConfigurationIsAsked() throws Exception {
        try (LoopbackGit server = new LoopbackGit(folder);
                Git git = LoopbackGit.repository(folder, "o/r")) {
            String one = LoopbackGit.commit(git);
            git.getRepository()
                    .getConfig()
                    .setString("url", "http://127.0.0.1:1/", "insteadOf", server.address() + "/");
            git.getRepository().getConfig().save();

            assertThat(new GitRemote(Access.usual())
                            .ask(server.address() + "/o/r")
                            .branches())
                    .containsEntry("main", one);
        }
    }
}
