package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityInsightsExpiredTest {

    private static final String ID = "security-insights-expired";
    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsExpired());

    @Test
    void findsAnExpiredFile() {
        var finding = repository.with("""
                        header:
                          schema-version: 1.0.0
                          expiration-date: '2025-01-25T00:00:00.000Z'
                        """).only();
        assertThat(finding.message()).isEqualTo("expired 666 days ago, on 2025-01-25");
        assertThat(finding.remedy())
                .isEqualTo("Let a maintainer re-review the file, then set last-reviewed and expiration-date");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.primary().line()).isEqualTo(3);
        assertThat(finding.fix()).as("dates are never set by a machine").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:00:00Z, 2026-11-22T11:59:59Z, ''",
        "2026-11-22T12:00:00Z, 2026-11-22T12:00:00Z, ''",
        "2026-11-22T12:00:00Z, 2026-11-22T12:00:01Z, 'expired today, on 2026-11-22'",
        "2026-11-22T12:00:00Z, 2026-11-23T00:00:00Z, 'expired 1 day ago, on 2026-11-22'",
        // The offset counts: this one ended at 22:00 the day before.
        "2026-11-22T00:00:00+02:00, 2026-11-22T00:00:00Z, 'expired 1 day ago, on 2026-11-21'",
        "2026-11-21T22:00:00-02:00, 2026-11-22T00:00:00Z, ''",
        // A day without a time lasts to its end.
        "2026-11-22, 2026-11-22T23:59:59Z, ''",
        "2026-11-22, 2026-11-23T00:00:00Z, 'expired 1 day ago, on 2026-11-22'",
        "2024-02-29T00:00:00Z, 2024-03-01T00:00:00Z, 'expired 1 day ago, on 2024-02-29'"
    })
    void knowsTheMoment(String expiration, String now, String message) {
        var found = repository
                .with(Samples.expiring("'" + expiration + "'", "2023-01-01"))
                .at(now)
                .findings();
        assertThat(found).extracting(it -> it.message()).isEqualTo(message.isEmpty() ? List.of() : List.of(message));
    }

    @Test
    void judgesAFileOfAnUnknownVersionByItsDate() {
        assertThat(repository
                        .with("header: {schema-version: 0.13.4, expiration-date: '2024-09-05T01:00:00.000Z'}")
                        .only()
                        .message())
                .startsWith("expired 808 days ago");
    }

    @Test
    void leavesVersionTwoAlone() {
        repository
                .with("header: {schema-version: 2.2.0, expiration-date: '2020-01-01T00:00:00Z'}")
                .findsNothing();
    }

    @Test
    void leavesADateThatIsNoneToTheDateCheck() {
        repository.with(Samples.expiring("2020-1-1", "2019-01-01")).findsNothing();
    }

    @ParameterizedTest
    @CsvSource({"P21D, 1", "P22D, 0", "P1M, 0", "P0D, 1"})
    void bearsWithItForTheGrace(String grace, int findings) {
        assertThat(repository
                        .with(Samples.expiring("2026-10-31T12:00:00Z", "2025-11-01"))
                        .option(ID, "grace: " + grace)
                        .findings())
                .hasSize(findings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-1D", "P1001Y", "P2147483647Y", "P2147483647D", "soon"})
    void refusesAGraceThatIsNone(String grace) {
        Assertions.assertThatThrownBy(() -> repository.with(Samples.ONE).option(ID, "grace: " + grace))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("checks." + ID + ".grace");
    }

    @Test
    void isANoteOnTheCommitOfARelease(@TempDir Path root) throws Exception {
        GitStage stage = GitStage.in(root);
        stage.commit("SECURITY-INSIGHTS.yml", Samples.expiring("2026-01-01T00:00:00Z", "2025-01-01"), "2025-01-01");
        repository.in(root);
        assertThat(repository.only().severity()).isEqualTo(Severity.HIGH);

        stage.tag("nightly");
        assertThat(repository.only().severity()).as("no release").isEqualTo(Severity.HIGH);

        stage.tag("v1.0.0");
        assertThat(repository.only().severity()).isEqualTo(Severity.INFO);
        assertThat(repository.only().message()).endsWith("(only a note, as this commit is the release v1.0.0)");

        stage.packRefs();
        assertThat(repository.only().severity()).isEqualTo(Severity.INFO);

        repository.option(ID, "note-at-release-tag: false");
        assertThat(repository.only().severity()).isEqualTo(Severity.HIGH);

        repository.option(ID, "note-at-release-tag: true");
        stage.commit("a.txt", "next", "2025-01-02");
        assertThat(repository.only().severity()).as("after the release").isEqualTo(Severity.HIGH);
    }
}
