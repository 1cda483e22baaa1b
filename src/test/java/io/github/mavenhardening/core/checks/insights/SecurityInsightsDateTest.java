package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.fix.Repairs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityInsightsDateTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsDate());

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "'2026-11-22'", "\"2024-02-29\"", "1999-12-31"})
    void takesDays(String date) {
        repository.with(Samples.reviewed(date, date)).findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-31T00:00:00Z",
                "'2027-01-31T00:00:00.000Z'",
                "2027-01-31T23:59:59+14:00",
                "2027-01-31T00:00:00-05:30",
                "2027-01-31t00:00:00z",
                "2026-12-31T23:59:60Z",
                "2027-01-31T00:00:00-00:00"
            })
    void takesMoments(String moment) {
        repository.with(Samples.expiring(moment, "2026-11-01")).findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-2-3",
                "01.02.2026",
                "tomorrow",
                "''",
                "20260101",
                "[2026-01-01]",
                "~",
                "+2026-01-01",
                "2026-01-01 "
            })
    void refusesWhatIsNoDay(String date) {
        var findings = repository.with(Samples.reviewed("2026-01-01", date)).found();
        if (date.equals("2026-01-01 ")) {
            // Blanks around a plain value are not part of it.
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).hasSize(1);
            assertThat(findings.get(0))
                    .startsWith("high security-insights.yml:4 header.last-reviewed: ")
                    .contains(
                            "must be a date of the form YYYY-MM-DD; whether the file is out of date cannot be determined");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-10-3T00:00:00Z",
                "2027-01-31T00:00Z",
                "2027-01-31T00:00:00",
                "2027-01-31 00:00:00Z",
                "2027-01-31T00:00:00+0100"
            })
    void refusesWhatIsNoMoment(String moment) {
        var finding = repository
                .with(Samples.expiring("'" + moment + "'", "2026-11-01"))
                .only();
        assertThat(finding.message()).contains("RFC 3339").contains("'" + moment + "'");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.primary().line()).isEqualTo(3);
    }

    @Test
    void aDayWhereAMomentBelongsIsWrongThoughItTellsTheDay() {
        assertThat(repository
                        .with(Samples.expiring("'2024-10-17'", "2023-10-17"))
                        .only()
                        .message())
                .contains("'2024-10-17' must be a date-time")
                .doesNotContain("cannot be told");
    }

    @Test
    void aMomentWhereADayBelongsIsWrongToo() {
        assertThat(repository
                        .with(Samples.reviewed("2026-01-01", "2026-01-01T00:00:00Z"))
                        .only()
                        .message())
                .contains("must be a date of the form YYYY-MM-DD");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-22T00:00:00Z, true",
        "2026-11-22, 2026-11-22T00:00:00Z, false",
        // At ten in the morning of UTC, the 23rd begins on the Line Islands.
        "2026-11-23, 2026-11-22T09:59:59Z, true",
        "2026-11-23, 2026-11-22T10:00:00Z, false",
        "2026-11-24, 2026-11-22T23:59:59Z, true"
    })
    void findsWhatLiesInTheFuture(String date, String now, boolean future) {
        var found =
                repository.with(Samples.reviewed("2026-01-01", date)).at(now).found();
        assertThat(found).hasSize(future ? 1 : 0);
        assertThat(found).allMatch(it -> it.contains("header.last-reviewed: " + date + " is in the future"));
    }

    @Test
    void anExpiryMayLieInTheFuture() {
        repository.with(Samples.expiring("2099-01-01T00:00:00Z", "2026-01-01")).findsNothing();
    }

    @Test
    void versionTwoHasNoExpiry() {
        repository.with("""
                        header:
                          schema-version: 2.2.0
                          expiration-date: never
                        """).findsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29", "2026-13-01", "2026-04-31", "2026-00-10"})
    void saysThatADayDoesNotExist(String date) {
        assertThat(repository.with(Samples.reviewed("2026-01-01", date)).only().message())
                .contains("names a day or a time that does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-29T00:00:00Z", "2027-01-31T24:00:00Z", "2027-01-31T12:61:00+01:00"})
    void saysThatAMomentDoesNotExist(String moment) {
        assertThat(repository
                        .with(Samples.expiring(moment, "2026-11-01"))
                        .only()
                        .message())
                .contains("names a day or a time that does not exist");
    }

    /** The day stays; only its form changes, with the quotes that were there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2027-01-31|2027-01-31T23:59:59Z", "'\"2027-01-31\"'|'\"2027-01-31T23:59:59Z\"'"})
    void writesAMomentWhereADayIsWritten(String day, String moment) {
        String text = Samples.expiring(day, "2026-11-01");
        Repairs.of("SECURITY-INSIGHTS.yml", text)
                .made("security-insights-date", true)
                .gives("SECURITY-INSIGHTS.yml", Samples.expiring(moment, "2026-11-01"));
        Repairs.of("SECURITY-INSIGHTS.yml", text)
                .made("security-insights-date", false)
                .changesNothing();
    }

    @Test
    void writesADayWhereAMomentIsWrittenAndGuessesNone() {
        Repairs.of("SECURITY-INSIGHTS.yml", Samples.reviewed("2026-11-01", "2026-11-01T12:00:00Z"))
                .made("security-insights-date", true)
                .gives("SECURITY-INSIGHTS.yml", Samples.reviewed("2026-11-01", "2026-11-01"));
        assertThat(Repairs.of("SECURITY-INSIGHTS.yml", Samples.reviewed("2026-11-01", "2027-11-01"))
                        .made("security-insights-date", true)
                        .changesNothing()
                        .remedies("security-insights-date"))
                .singleElement()
                .asString()
                .endsWith("there is no fix, because only who was there knows that day");
    }
}
