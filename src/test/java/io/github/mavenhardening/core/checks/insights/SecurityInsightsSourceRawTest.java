package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityInsightsSourceRawTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsSourceRaw());

    private static String child(String source) {
        return """
                header:
                  schema-version: 2.2.0
                  url: https://raw.githubusercontent.com/o/r/main/security-insights.yml
                  project-si-source: %s
                """.formatted(source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/o/.github/blob/main/security-insights.yml",
                "https://GitHub.com/o/.github/blob/main/security-insights.yml",
                "https://github.com/o/.github/security-insights.yml",
                "https://www.github.com/o/.github",
                "https://gitlab.example.org/o/r/-/blob/main/security-insights.yml",
                "https://codeberg.example.org/o/r/src/branch/main/security-insights.yml"
            })
    void findsPages(String url) {
        var finding = repository.with(child(url)).only();
        assertThat(finding.message()).contains("is a page, not the raw text");
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.primary().line()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://raw.githubusercontent.com/o/.github/refs/heads/main/.github/security-insights.yml",
                "https://github.com/o/.github/raw/main/security-insights.yml",
                "https://github.com/o/r/releases/download/v1/security-insights.yml",
                "https://gitlab.example.org/o/r/-/raw/main/security-insights.yml",
                "https://example.org/security-insights.yml",
                "''"
            })
    void isContentWithRawFiles(String url) {
        repository.with(child(url)).findsNothing();
    }

    @Test
    void findsAFileThatIsItsOwnParent() {
        assertThat(repository
                        .with(child("https://raw.githubusercontent.com/o/r/main/security-insights.yml"))
                        .only()
                        .message())
                .contains("names this very file");
    }

    @Test
    void findsAProjectThatIsDescribedTwice() {
        var finding = repository
                .with(child("https://raw.githubusercontent.com/o/.github/main/security-insights.yml")
                        + "project:\n  name: r\n")
                .only();
        assertThat(finding.message()).contains("is both here and in the parent");
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void aFileWithoutAParentIsNoMatter() {
        repository.with(Samples.TWO).findsNothing();
        repository.with(Samples.ONE).findsNothing();
    }
}
