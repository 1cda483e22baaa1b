package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import org.junit.jupiter.api.Test;

class SecurityInsightsSchemaDocsTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsSchemaDocs());

    @Test
    void isContentWithValidFiles() {
        repository.with(Samples.TWO).findsNothing();
        repository.with(Samples.ONE).findsNothing();
    }

    @Test
    void missesTheProjectOfAFileWithoutAParent() {
        var finding = repository.with("""
                        header:
                          schema-version: 2.2.0
                          last-updated: '2026-11-01'
                          last-reviewed: '2026-11-01'
                          url: https://example.org
                        """).only();
        assertThat(finding.message()).isEqualTo("(root): 'project' is missing");
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void missesTheRepositoryOfAFileWithAParent() {
        assertThat(repository.with("""
                                header:
                                  schema-version: 2.2.0
                                  last-updated: '2026-11-01'
                                  last-reviewed: '2026-11-01'
                                  url: https://example.org
                                  project-si-source: https://example.org/raw
                                """).only().message()).isEqualTo("(root): 'repository' is missing");
    }

    @Test
    void missesResults() {
        assertThat(repository
                        .with(Samples.TWO.replace("        results: {}\n", ""))
                        .only()
                        .message())
                .isEqualTo("/repository/security/tools/0: 'results' is missing");
    }

    @Test
    void looksAtEveryContactNotTheFirstAlone() {
        String two = Samples.TWO
                .replace("core-team:\n", "core-team:\n    - {name: Bob, primary: false}\n")
                .replace("    - name: Ada\n      primary: true\n  license", "    - name: Ada\n  license");
        assertThat(repository.with(two).only().message()).isEqualTo("/repository/core-team/1: 'primary' is missing");
    }

    @Test
    void doesNotRepeatWhatTheSchemaCheckFinds() {
        repository.with(Samples.TWO.replace("status: active", "status: Active")).findsNothing();
    }

    @Test
    void isAnErrorWhenStrict() {
        var finding = repository
                .with(Samples.TWO.replace("        results: {}\n", ""))
                .option("security-insights-schema-docs", "strict: true")
                .only();
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    }
}
