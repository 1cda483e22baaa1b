package io.github.mavenhardening.maven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mavenhardening.core.source.GitFolder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForgeAccessTest {

    private static ForgeAccess with(Map<String, String> variables) {
        return new ForgeAccess(null, null, variables);
    }

    /** A checked-in file must not decide whom the token is sent to. */
    @Test
    void followsTheCommandLineAlone() {
        assertThat(with(Map.of()).address("https://github.example.org/api/v3", true, GitFolder.none()))
                .isEqualTo(new ForgeAddress(ForgeKind.GITHUB, URI.create("https://github.example.org/api/v3")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Map.of()).address("https://evil.example.org", false, GitFolder.none()))
                .withMessageContaining("command line alone");
    }

    @Test
    void takesTheAddressOfTheEnvironment() {
        assertThat(with(Map.of("GITHUB_API_URL", " https://api.example.org ")).address(null, false, GitFolder.none()))
                .isEqualTo(new ForgeAddress(ForgeKind.GITHUB, URI.create("https://api.example.org")));
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
}
