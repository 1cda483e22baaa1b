package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityPolicyFileTest {

    private static final String GOOD = "Report a vulnerability to security@example.org.\n";

    private final PostureCase repository =
            PostureCase.of(new SecurityPolicyFile()).with("README.md", "# r\n");

    @ParameterizedTest
    @ValueSource(
            strings = {"SECURITY.md", "security.MD", ".github/SECURITY.adoc", "docs/security.rst", "SECURITY.markdown"})
    void takesAPolicy(String path) {
        repository.with(path, GOOD).findsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECURITY-INSIGHTS.yml", "security.txt.bak", "src/SECURITY.md", "docs/a/SECURITY.md"})
    void isNotTakenInByOtherFiles(String path) {
        assertThat(repository.with(path, GOOD).found())
                .containsExactly("medium :0 there is no SECURITY.md in the root, in .github or in docs");
    }

    @Test
    void findsAnEmptyOne() {
        assertThat(repository.with("SECURITY.md", " \n").found())
                .containsExactly("medium SECURITY.md:0 the security policy is empty, or no text");
        assertThat(repository
                        .with("SECURITY.md", new byte[] {(byte) 0xFF})
                        .only()
                        .message())
                .contains("no text");
    }

    @Test
    void findsOneWithoutContactOrContent() {
        assertThat(repository.with("SECURITY.md", "We care.\n").found())
                .containsExactlyInAnyOrder(
                        "low SECURITY.md:0 the security policy names neither an email address nor a link",
                        "low SECURITY.md:0 the security policy says nothing on vulnerabilities or their disclosure");
    }

    @Test
    void takesTheForgesFirst() {
        repository.with("SECURITY.md", "").with(".github/SECURITY.md", GOOD).findsNothing();
    }
}
