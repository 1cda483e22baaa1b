package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityInsightsExpiresSoonTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsExpiresSoon());

    @Test
    void warnsAMonthBefore() {
        var finding = repository.with("""
                        header:
                          schema-version: 1.0.0
                          expiration-date: '2026-12-01T00:00:00Z'
                        """).only();
        assertThat(finding.message()).isEqualTo("expires in 9 days, on 2026-12-01");
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.primary().line()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-22T00:00:00Z, 'expires in 30 days, on 2026-12-22'",
        "2026-12-22T00:00:01Z, ''",
        "2026-11-23T00:00:00Z, 'expires in 1 day, on 2026-11-23'",
        "2026-11-22T00:00:00Z, 'expires today, on 2026-11-22'",
        "2026-11-21T23:59:59Z, ''"
    })
    void knowsItsDays(String expiration, String message) {
        var found = repository.with(Samples.expiring(expiration, "2026-01-01")).findings();
        assertThat(found.stream().map(it -> it.message()).findFirst().orElse(""))
                .isEqualTo(message);
    }

    @Test
    void warnsAsEarlyAsTold() {
        repository
                .with(Samples.expiring("2027-01-20T00:00:00Z", "2026-01-20"))
                .option("security-insights-expires-soon", "warn: P2M");
        assertThat(repository.only().message()).startsWith("expires in 59 days");
    }

    @Test
    void tellsWhenTheGraceEnds() {
        repository
                .with(Samples.expiring("2026-11-20T12:00:00Z", "2026-01-20"))
                .option("security-insights-expired", "grace: P7D");
        assertThat(repository.only().message()).isEqualTo("expired 2 days ago; the grace of P7D ends in 5 days");
    }

    @Test
    void saysNothingOfAFileThatIsExpired() {
        repository.with(Samples.expiring("2020-01-01T00:00:00Z", "2019-01-01")).findsNothing();
    }
}
