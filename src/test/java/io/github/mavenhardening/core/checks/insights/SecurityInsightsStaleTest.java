package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityInsightsStaleTest {

    private static final String ID = "security-insights-stale";
    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsStale());

    @Test
    void findsAFileThatNobodyReviewed() {
        var finding =
                repository.with(Samples.reviewed("2026-11-01", "2025-01-01")).only();
        assertThat(finding.message())
                .isEqualTo(
                        "last reviewed 690 days ago, on 2025-01-01; this plugin's policy, not the specification, is a"
                                + " review within P1Y");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.primary().line()).isEqualTo(4);
        assertThat(finding.remedy()).startsWith("Let a maintainer re-review");
        assertThat(finding.fix()).as("dates are never set by a machine").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-22, 2026-11-22T23:59:59Z, 0",
        "2025-11-22, 2026-11-23T00:00:00Z, 1",
        "2024-02-29, 2025-02-28T12:00:00Z, 0",
        "2024-02-29, 2025-03-01T00:00:00Z, 1",
        "2023-06-01, 2024-06-01T00:00:00Z, 0",
        "2030-01-01, 2026-11-22T00:00:00Z, 0"
    })
    void countsByTheCalendar(String reviewed, String now, int findings) {
        assertThat(repository
                        .with(Samples.reviewed("2020-01-01", reviewed))
                        .at(now)
                        .findings())
                .hasSize(findings);
    }

    @Test
    void theAgeIsAPolicy() {
        repository.with(Samples.reviewed("2026-11-01", "2026-08-01")).option(ID, "max-age: P90D");
        assertThat(repository.only().message()).contains("113 days ago").contains("within P90D");
    }

    @Test
    void aNewerVersionTwoIsReviewedToo() {
        assertThat(repository
                        .with("header: {schema-version: 2.9.0, last-reviewed: 2020-01-01}")
                        .findings())
                .hasSize(1);
    }

    @Test
    void versionOneHasItsExpiryInstead() {
        repository.with(Samples.expiring("2027-01-01T00:00:00Z", "2020-01-01")).findsNothing();
    }

    @Test
    void isANoteOnTheCommitOfARelease(@TempDir Path root) throws Exception {
        GitStage stage = GitStage.in(root);
        stage.commit(".github/security-insights.yml", Samples.reviewed("2020-01-01", "2020-01-01"), "2020-01-01");
        stage.tag("release-3");
        assertThat(repository.in(root).only().severity()).as("no version").isEqualTo(Severity.HIGH);
        repository.option(ID, "release-tags: [x, 'release-*']");
        assertThat(repository.only().severity()).as("by the option").isEqualTo(Severity.INFO);
        stage.tag("v3.0");
        assertThat(repository.only().severity()).isEqualTo(Severity.INFO);
        repository.option(ID, "release-tags: ['ga-*']");
        assertThat(repository.only().severity()).as("by the option alone").isEqualTo(Severity.HIGH);
    }
}
