package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityInsightsExpiryCapTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsExpiryCap());

    @ParameterizedTest
    @CsvSource({
        "2025-03-01, 2026-03-01T23:59:59Z, 0",
        "2025-03-01, 2026-03-02T00:00:00Z, 1",
        // 366 days, but one year.
        "2023-10-17, 2024-10-17T00:00:00Z, 0",
        "2023-10-17, 2024-10-18T00:00:00Z, 1",
        "2024-02-29, 2025-02-28T00:00:00Z, 0",
        "2024-02-29, 2025-03-01T00:00:00Z, 1",
        "2026-01-01, 2026-02-01T00:00:00Z, 0"
    })
    void allowsOneYearByTheCalendar(String reviewed, String expiration, int findings) {
        assertThat(repository.with(Samples.expiring(expiration, reviewed)).findings())
                .hasSize(findings);
    }

    @Test
    void namesBothDates() {
        var finding = repository
                .with(Samples.expiring("2027-06-01T00:00:00Z", "2026-01-01"))
                .only();
        assertThat(finding.message())
                .isEqualTo("The file expires on 2027-06-01, more than a year after the last review on 2026-01-01");
        assertThat(finding.remedy()).contains("2027-01-01");
        assertThat(finding.primary().line()).isEqualTo(3);
        assertThat(finding.related()).hasSize(1);
    }

    @Test
    void needsBothDates() {
        repository.with(Samples.expiring("2099-01-01T00:00:00Z", "~")).findsNothing();
        repository.with(Samples.expiring("~", "2020-01-01")).findsNothing();
    }
}
