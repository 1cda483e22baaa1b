package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityInsightsVersionTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsVersion());

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "2.1.0", "2.2.0", "'2.2.0'"})
    void knowsTheReleasesOfVersionTwo(String version) {
        repository.with("header:\n  schema-version: " + version).findsNothing();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.13.4  | HIGH   | There is no version '0.13.4'
                    3.0.0   | MEDIUM | '3.0.0' is not known to this release; 2.2.0 is the latest known one; the file was not validated
                    4.1.2   | MEDIUM | '4.1.2' is not known to this release
                    1.1.0   | HIGH   | There is no version '1.1.0' of the specification; the file was validated against the schema of 1.0.0
                    1.0.1   | HIGH   | There is no version '1.0.1' of the specification; the file was validated
                    2.0     | HIGH   | There is no version '2.0'
                    v2.2.0  | HIGH   | There is no version 'v2.2.0'
                    [2.2.0] | HIGH   | is missing
                    ~       | HIGH   | is missing
                    2.3.0   | MEDIUM | '2.3.0' is not known to this release; 2.2.0 is the latest known one; the file was not validated
                    2.10.0  | MEDIUM | '2.10.0' is not known to this release; 2.2.0 is the latest known one; the file was not validated
                    2.1.10  | MEDIUM | the file was validated against the schema of its minor version
                    2.1.7   | MEDIUM | the file was validated against the schema of its minor version
                    1.0.0   | LOW    | '1.0.0' of the specification is superseded
                    """, quoteCharacter = '`')
    void gradesTheRest(String version, Severity severity, String message) {
        var finding = repository.with("header:\n  schema-version: " + version).only();
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.message()).contains(message);
        assertThat(finding.primary().line()).isEqualTo(2);
    }

    /** Nothing was held against that schema, which another check says. */
    @Test
    void doesNotSayThatAFileOfAnotherReleaseWasValidated() {
        assertThat(repository
                        .with("header:\n  schema-version: 1.1.0\nproject: {}\nrepository: {}\n")
                        .only()
                        .message())
                .isEqualTo("There is no version '1.1.0' of the specification");
    }

    @Test
    void pointsToTheHeaderThatLacksIt() {
        repository.with("""
                        project: {}
                        header: #! header.schema-version is missing
                          url: https://example.org
                        """).findsWhatIsMarked();
    }

    @Test
    void pointsToTheFirstKeyWhereThereIsNoHeader() {
        repository.with("""
                        # no header
                        project: {} #! header.schema-version is missing
                        """).findsWhatIsMarked();
    }
}
