package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import org.junit.jupiter.api.Test;

class SecurityInsightsPrimaryTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsPrimary());

    @Test
    void wantsExactlyOne() {
        repository.with("""
                        header: {schema-version: 2.2.0}
                        project:
                          administrators: #! /project/administrators: no contact is marked as primary
                            - {name: Ada, primary: false}
                            - {name: Bob}
                        repository:
                          core-team: #! /repository/core-team: 2 contacts are marked as primary
                            - {name: Ada, primary: true}
                            - {name: Bob, primary: true}
                            - {name: Cy, primary: 'true'}
                        """).findsWhatIsMarked();
        assertThat(repository.findings()).allMatch(finding -> finding.severity() == Severity.INFO);
    }

    @Test
    void looksAtVersionOne() {
        repository.with("""
                        header: {schema-version: 1.0.0}
                        security-contacts: #! no contact is marked
                          - {type: email, value: ada@example.org}
                        """).findsWhatIsMarked();
    }

    @Test
    void isContentWithOneAndWithNoList() {
        repository.with(Samples.TWO).findsNothing();
        repository.with(Samples.ONE).findsNothing();
        repository
                .with("{header: {schema-version: 2.2.0}, repository: {core-team: []}}")
                .findsNothing();
        repository
                .with("{header: {schema-version: 2.2.0}, repository: {core-team: Ada}}")
                .findsNothing();
    }
}
