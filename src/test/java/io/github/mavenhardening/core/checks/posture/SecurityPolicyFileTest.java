package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityPolicyFileTest {

    private static final String GOOD = "Report a vulnerability to security@example.org.\n";

    private final PostureCase repository =
            PostureCase.of(new SecurityPolicyFile()).with("README.md", "# r\n");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECURITY.md",
                "security.MD",
                ".github/SECURITY.adoc",
                "docs/security.rst",
                "SECURITY.markdown",
                "SECURITY",
                "SECURITY.txt",
                "docs/SECURITY",
                ".gitlab/SECURITY.rst"
            })
    void takesAPolicy(String path) {
        repository.with(path, GOOD).findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sicherheitslücken bitte per E-Mail an sicherheit@example.org melden.",
                "Merci de signaler toute vulnérabilité à securite@example.org.",
                "Informe de las vulnerabilidades a seguridad@example.org.",
                "脆弱性は security@example.org までご連絡ください。",
                "请将漏洞报告发送至 security@example.org。",
                "Сообщайте об уязвимостях на security@example.org.",
                "Meld kwetsbaarheden aan security@example.org.",
            })
    void readsOtherLanguages(String text) {
        repository.with("SECURITY.md", text).findsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECURITY-INSIGHTS.yml", "security.txt.bak", "src/SECURITY.md", "docs/a/SECURITY.md"})
    void isNotTakenInByOtherFiles(String path) {
        assertThat(repository.with(path, GOOD).found())
                .containsExactly(
                        "medium :0 There is no SECURITY.md in the root, in .github or in docs; whether the owner's"
                                + " repository .github has one, which GitHub shows then, is not known here");
        assertThat(repository.only().confidence().label()).isEqualTo("low");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "header: {schema-version: 2.2.0}\nproject: {vulnerability-reporting: {policy: 'https://a.example/p'}}",
                "header: {schema-version: 2.0.0}\n"
                        + "project: {vulnerability-reporting: {security-policy: 'https://a.example/p'}}",
                "header: {schema-version: 2.2.0}\n"
                        + "repository: {documentation: {security-policy: 'https://a.example/p'}}",
                "header: {schema-version: 1.0.0}\nvulnerability-reporting: {security-policy: 'https://a.example/p'}",
            })
    void takesAnAddressInTheSecurityInsightsFile(String insights) {
        repository.with("security-insights.yml", insights).findsNothing();
        repository.with("security-insights.yml", insights.replace("https://a.example/p", "see below"));
        assertThat(repository.found()).hasSize(1);
        repository.with("security-insights.yml", insights.replace("'https://a.example/p'", "null"));
        assertThat(repository.found()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://security.example.org",
                "HTTPS://example.org/.well-known/security.txt",
                "http://a.example/#p"
            })
    void takesAnyWebAddress(String address) {
        repository
                .with(
                        ".github/security-insights.yml",
                        "header: {schema-version: 2.2.0}\nproject: {vulnerability-reporting: {policy: '" + address
                                + "'}}")
                .findsNothing();
    }

    /** An address of a file of this repository which is not there points to nothing; that of another's is not known. */
    @ParameterizedTest
    @CsvSource({
        "https://github.com/o/r/blob/main/SECURITY.md, 1",
        "https://GitHub.com/O/R/blob/main/SECURITY.md#reporting, 1",
        "https://raw.githubusercontent.com/o/r/refs/heads/main/policy/SECURITY.md, 1",
        "https://github.com/o/r/blob/main/policy/how-to.md, 0",
        "https://github.com/o/.github/blob/main/SECURITY.md, 0",
        "https://github.com/o/r/security/policy, 0"
    })
    void looksForTheFileOfAnAddressOfItsOwn(String address, int findings) {
        repository.with("policy/how-to.md", GOOD).with("security-insights.yml", """
                        header: {schema-version: 2.2.0}
                        repository: {url: 'https://github.com/o/r'}
                        project: {vulnerability-reporting: {policy: '%s'}}
                        """.formatted(address));
        assertThat(repository.found()).hasSize(findings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECURITY.md", "mailto:security@example.org", "https://"})
    void takesNothingElseForAnAddress(String address) {
        repository.with(
                "security-insights.yml",
                "header: {schema-version: 2.2.0}\nproject: {vulnerability-reporting: {policy: '" + address + "'}}");
        assertThat(repository.only().severity().label()).isEqualTo("medium");
    }

    @Test
    void findsAnEmptyOne() {
        assertThat(repository.with("SECURITY.md", " \n").found())
                .containsExactly("medium SECURITY.md:0 The security policy is empty or not a text file");
        assertThat(repository
                        .with("SECURITY.md", new byte[] {(byte) 0xFF})
                        .only()
                        .message())
                .contains("not a text file");
    }

    @Test
    void findsOneWithoutContactOrContent() {
        assertThat(repository.with("SECURITY.md", "We care.\n").found())
                .containsExactlyInAnyOrder(
                        "low SECURITY.md:0 The security policy names neither an email address nor a link",
                        "low SECURITY.md:0 The security policy says nothing about vulnerabilities or their disclosure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "![logo](logo@2x.png)",
                "See logo@2x.PNG.",
                "actions/checkout@v4.2",
                "![badge](https://example.org/badge)",
                "@ada knows",
                "a@b"
            })
    void takesNoFileNameForAnAddress(String text) {
        repository.with("SECURITY.md", "Vulnerabilities: " + text + "\n");
        assertThat(repository.only().message()).contains("neither an email address nor a link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<security@sub.example.org>.",
                "mailto:a.b+c@example.co.uk",
                "security [at] example.org",
                "security at example.org",
                "security [at] example [dot] org",
                "security (AT) sub (DOT) example (DOT) org",
                "security[@]example.org",
                "security at example dot org",
                "[form](https://example.org/report)",
                "[![badge](https://example.org/b.png)](https://example.org/report)"
            })
    void takesAContact(String text) {
        repository.with("SECURITY.md", "Vulnerabilities: " + text + "\n").findsNothing();
    }

    /** A link within the repository is the file that it leads to; one that leaves it, or leads nowhere, is none. */
    @Test
    void followsLinksWithinTheRepository(@TempDir Path folder) throws Exception {
        Path root = Files.createDirectories(folder.resolve("r/docs")).getParent();
        Files.writeString(root.resolve("docs/policy.md"), GOOD);
        Files.createSymbolicLink(root.resolve("SECURITY.md"), Path.of("docs/policy.md"));
        repository.in(root).findsNothing();
        for (String target : List.of("../outside.md", "nowhere.md", "SECURITY.md")) {
            Files.writeString(folder.resolve("outside.md"), GOOD);
            Files.delete(root.resolve("SECURITY.md"));
            Files.createSymbolicLink(root.resolve("SECURITY.md"), Path.of(target));
            assertThat(repository.only().message()).as(target).contains("There is no SECURITY.md");
        }
    }

    @Test
    void takesTheForgesFirst() {
        repository.with("SECURITY.md", "").with(".github/SECURITY.md", GOOD).findsNothing();
    }

    /** A policy that points to the organisation's page says it there. */
    @Test
    void takesAPolicyThatPointsToAPage() {
        repository
                .with("SECURITY.md", "See [our page](https://example.org/security.html).\n")
                .findsNothing();
        assertThat(repository
                        .with("SECURITY.md", "See [our page](https://example.org/about.html).\n")
                        .found())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Reporting a Security Vulnerability\nSee our [policy](https://github.com/o/r/security/policy).",
                "To report a security issue, write to security@example.org.",
                "Read the full [security policy](https://example.org/policy).",
                "# Vulnerability reporting\nFor reporting a vulnerability, see <https://example.org/contact>.",
                "If you've found a security problem, please follow our [program][Security].\n\n [security]: https://example.org/s\n"
            })
    void takesWhatTheReadmeTells(String text) {
        repository.with("README.md", text).findsNothing();
        PostureCase.of(new SecurityPolicyFile())
                .with(".github/CONTRIBUTING.md", text)
                .findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It helps you to report bugs. See https://example.org.",
                "To report a security issue, see SECURITY.md.",
                "Security is a feature. https://example.org/security",
                "If you've found a security problem, see [this][other]."
            })
    void isNotTakenInByAReadme(String text) {
        assertThat(repository.with("README.md", text).found()).hasSize(1);
    }
}
