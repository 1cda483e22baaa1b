package io.github.mavenhardening.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityPolicyScoreTest {

    private static final String NAME = "Security-Policy";

    private final ScorecardFixture files = new ScorecardFixture();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Report a vulnerability to a@example.org within 90 days; 10",
                "Write to a@example.org;                                 9",
                "Write to a[at]example.org;                              9",
                "Write to a\\[at\\]example.org;                          9",
                "Write to a at example.org;                              3",
                "https://example.org/report;                             6",
                "https://example.org/a https://example.org/b;            6",
                "Vulnerabilities are disclosed;                          4",
                "In 90 days;                                             3",
                "In 12345;                                               3",
                "In 90 or 120 days;                                      4",
                "We care;                                                3",
            })
    void weighsTheText(String text, String expected) {
        assertThat(files.with("SECURITY.md", text).score(NAME)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECURITY.md",
                "security.markdown",
                "Security.adoc",
                "SECURITY.rst",
                ".github/SECURITY.md",
                ".github/security.rst",
                "docs/SECURITY.md",
                "docs/security.adoc",
                "doc/security.rst"
            })
    void knowsThePlaces(String path) {
        assertThat(files.with(path, "We care").score(NAME)).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECURITY",
                "SECURITY.txt",
                "SECURITY.html",
                "doc/SECURITY.md",
                ".gitlab/SECURITY.md",
                "a/SECURITY.md"
            })
    void knowsNoOthers(String path) {
        assertThat(files.with(path, "We care").score(NAME)).isEqualTo("0");
    }

    /** The first in the order of the paths counts, whatever others say. */
    @Test
    void readsTheFirst() {
        files.with("SECURITY.txt", "We care")
                .with("docs/SECURITY.md", "We care")
                .with("SECURITY.md", "a@example.org, 90, 1");
        assertThat(files.score(NAME)).isEqualTo("10");
        assertThat(files.with(".github/SECURITY.md", "We care").score(NAME)).isEqualTo("3");
        assertThat(files.with(".github/SECURITY.md", "").score(NAME)).isEqualTo("0");
    }
}
