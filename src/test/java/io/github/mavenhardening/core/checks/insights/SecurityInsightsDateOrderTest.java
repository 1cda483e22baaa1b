package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecurityInsightsDateOrderTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsDateOrder());

    @Test
    void findsAChangeAfterTheLastReview() {
        repository.with("""
                        header:
                          schema-version: 2.2.0
                          last-updated: '2026-11-01'
                          last-reviewed: '2026-10-01' #! The file was last reviewed on 2026-10-01, before its last change on 2026-11-01
                        """).findsWhatIsMarked();
    }

    @Test
    void findsAFileThatWasBornExpired() {
        repository.with("""
                        header:
                          schema-version: 1.0.0
                          expiration-date: '2025-01-01T00:00:00Z' #! The file expired on 2025-01-01, before last-reviewed on 2026-10-01
                          last-updated: '2026-10-01'
                          last-reviewed: '2026-10-01'
                        """).findsWhatIsMarked();
    }

    @Test
    void namesTheLaterOfTheTwo() {
        assertThat(repository.with("""
                                header:
                                  schema-version: 1.0.0
                                  expiration-date: '2026-10-15T00:00:00Z'
                                  last-updated: '2026-11-01'
                                  last-reviewed: '2026-10-01'
                                """).found())
                .hasSize(2)
                .first()
                .asString()
                .contains("before last-updated on 2026-11-01");
    }

    @Test
    void isContentWithTheSameDayAndWithALaterReview() {
        repository.with(Samples.reviewed("2026-11-01", "2026-11-01")).findsNothing();
        repository.with(Samples.reviewed("2026-10-01", "2026-11-01")).findsNothing();
        repository.with(Samples.expiring("2026-11-01T00:00:00Z", "2026-11-01")).findsNothing();
    }

    @Test
    void leavesWhatIsNoDateAlone() {
        repository.with(Samples.reviewed("soon", "2026-11-01")).findsNothing();
    }
}
