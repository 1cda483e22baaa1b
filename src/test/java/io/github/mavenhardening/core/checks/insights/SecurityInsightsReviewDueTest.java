package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityInsightsReviewDueTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsReviewDue());

    @Test
    void remindsAfterHalfAYear() {
        var finding =
                repository.with(Samples.reviewed("2026-05-01", "2026-05-01")).only();
        assertThat(finding.message())
                .startsWith("last reviewed 205 days ago, on 2026-05-01")
                .contains("advises to look at it every three or six months")
                .endsWith("stale on 2027-05-02");
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        assertThat(finding.primary().line()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-22, 0", "2026-05-21, 1", "2025-11-22, 1", "2025-11-21, 0", "2026-11-01, 0"})
    void isDueFromSixMonthsUntilItIsStale(String reviewed, int findings) {
        assertThat(repository.with(Samples.reviewed("2020-01-01", reviewed)).findings())
                .hasSize(findings);
    }

    @Test
    void bothAgesAreOptions() {
        repository
                .with(Samples.reviewed("2020-01-01", "2025-01-01"))
                .option("security-insights-review-due", "warn: P23M")
                .option("security-insights-stale", "max-age: P2Y");
        repository.findsNothing();
        repository.option("security-insights-review-due", "warn: P1Y");
        assertThat(repository.findings()).hasSize(1);
    }
}
