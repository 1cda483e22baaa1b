package io.github.mavenhardening.maven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mavenhardening.core.source.GitFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgeAccessTest {

    private static ForgeAccess with(Map<String, String> variables) {
        return new ForgeAccess(null, null, variables);
    }

    /** A checked-in file must not decide whom the token is sent to. */
    @Test
    void followsTheCommandLineAlone() {
        assertThat(with(Map.of()).address("https://github.example.org/api/v3", true, GitFolder.none()))
                .isEqualTo(new ForgeAccess.Address(ForgeKind.GITHUB, URI.create("https://github.example.org/api/v3")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Map.of()).address("https://evil.example.org", false, GitFolder.none()))
                .withMessageContaining("command line alone");
    }

    @Test
    void takesTheAddressOfTheEnvironment() {
        assertThat(with(Map.of("GITHUB_API_URL", " https://api.example.org ")).address(null, false, GitFolder.none()))
                .isEqualTo(new ForgeAccess.Address(ForgeKind.GITHUB, URI.create("https://api.example.org")));
    }

    /** A token for GitHub is sent nowhere else because a repository was cloned from there. */
    @Test
    void guessesNoAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Map.of("GITHUB_API_URL", " ")).address(null, false, GitFolder.none()))
                .withMessageContaining("-Dhardening.forgeUrl");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Map.of()).address("not a url", true, GitFolder.none()))
                .withMessage("The forge's address is not a URL");
    }

    @Test
    void takesTheTokenOfTheEnvironment() {
        assertThat(with(Map.of("GH_TOKEN", " a\n", "GITHUB_TOKEN", "b")).token(ForgeKind.GITHUB, "github"))
                .hasValue("a");
        assertThat(with(Map.of("GH_TOKEN", " ", "GITHUB_TOKEN", "b")).token(ForgeKind.GITHUB, "github"))
                .hasValue("b");
    }

    private static GitFolder cloned(Path folder, String url) throws IOException {
        Path git = Files.createDirectories(folder.resolve(".git"));
        Files.createDirectories(git.resolve("objects"));
        Files.createDirectories(git.resolve("refs"));
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(git.resolve("config"), "[remote \"origin\"]\n\turl = " + url + "\n");
        return GitFolder.of(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "https://gitlab.example.org/api/v4, GITLAB",
        "https://example.org/gitlab/api/v4/, GITLAB",
        "https://github.example.org/api/v3/, GITHUB",
        "https://api.github.com, GITHUB",
        "https://api.my-org.ghe.com/, GITHUB",
    })
    void knowsForgesByTheirAddresses(String address, ForgeKind kind) {
        assertThat(with(Map.of()).address(address, true, GitFolder.none()).kind())
                .isEqualTo(kind);
    }

    /** An address that is neither's is taken for that of the CI that this runs in, or of whom it was cloned from; else for none. */
    @Test
    void guessesNoKind(@TempDir Path folder) throws IOException {
        String bare = "https://forge.example.org/";
        assertThat(with(Map.of("GITHUB_REPOSITORY", "o/r"))
                        .address(bare, true, GitFolder.none())
                        .kind())
                .isEqualTo(ForgeKind.GITHUB);
        assertThat(with(Map.of("CI_PROJECT_PATH", "o/r"))
                        .address(bare, true, GitFolder.none())
                        .kind())
                .isEqualTo(ForgeKind.GITLAB);
        assertThat(with(Map.of())
                        .address(bare, true, cloned(folder, "git@gitlab.com:o/g/r.git"))
                        .kind())
                .isEqualTo(ForgeKind.GITLAB);
        for (Map<String, String> variables :
                List.of(Map.<String, String>of(), Map.of("GITHUB_REPOSITORY", "o/r", "CI_PROJECT_PATH", "o/r"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(variables).address(bare, true, GitFolder.none()))
                    .withMessageContaining("does not say which forge it is")
                    .withMessageContaining("/api/v4");
        }
    }

    @Test
    void takesTheAddressOfGitLab(@TempDir Path folder) throws IOException {
        assertThat(with(Map.of("CI_API_V4_URL", "https://gitlab.example.org/api/v4"))
                        .address(null, false, GitFolder.none()))
                .isEqualTo(new ForgeAccess.Address(ForgeKind.GITLAB, URI.create("https://gitlab.example.org/api/v4")));
        assertThat(with(Map.of()).address(null, false, cloned(folder, "https://gitlab.com/my-org/sub/app.git")))
                .isEqualTo(new ForgeAccess.Address(ForgeKind.GITLAB, URI.create("https://gitlab.com/api/v4/")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Map.of("CI_API_V4_URL", "https://a/api/v4", "GITHUB_API_URL", "https://b"))
                        .address(null, false, GitFolder.none()))
                .withMessageContaining("two forges");
    }

    /** Whoever else a repository was cloned from: their name says neither that it is a GitLab nor that it may have the token. */
    @Test
    void sendsNothingToWhomItWasClonedFrom(@TempDir Path folder) throws IOException {
        GitFolder git = cloned(folder, "https://gitlab.example.org/my-org/app.git");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Map.of()).address(null, false, git))
                .withMessageContaining("-Dhardening.forgeUrl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://gitlab.com/api/v4|https://gitlab.com/my-org/sub/app.git|my-org/sub/app",
                "https://gitlab.com/api/v4/|git@gitlab.com:my-org/app.git|my-org/app",
                "https://example.org/gitlab/api/v4|https://example.org/gitlab/my-org/app|my-org/app",
                "https://example.org/gitlab/api/v4|ssh://git@example.org/my-org/app|my-org/app",
                "https://gitlab.com/api/v4|https://github.com/my-org/app|",
                "https://gitlab.com/api/v4|https://gitlab.com/app|",
                "https://gitlab.com/api/v4|https://gitlab.com/../app|",
            })
    void namesTheProjectByTheRemote(String base, String remote, String project, @TempDir Path folder)
            throws IOException {
        assertThat(with(Map.of()).project(URI.create(base), cloned(folder, remote)))
                .isEqualTo(Optional.ofNullable(project));
    }

    @Test
    void namesTheProjectByTheCi(@TempDir Path folder) throws IOException {
        GitFolder git = cloned(folder, "https://gitlab.com/fork/app.git");
        URI base = URI.create("https://gitlab.com/api/v4");
        assertThat(with(Map.of("CI_PROJECT_PATH", "my-org/sub/app")).project(base, git))
                .hasValue("my-org/sub/app");
        assertThat(with(Map.of("CI_PROJECT_PATH", "my org/app?x")).project(base, git))
                .isEmpty();
    }

    /** The token of one forge is never the other's. */
    @Test
    void keepsTokensApart() {
        Map<String, String> both = Map.of("GH_TOKEN", "a", "GITLAB_TOKEN", "b", "CI_JOB_TOKEN", "c");
        assertThat(with(both).token(ForgeKind.GITLAB, "gitlab")).hasValue("b");
        assertThat(with(both).token(ForgeKind.GITHUB, "github")).hasValue("a");
    }
}
