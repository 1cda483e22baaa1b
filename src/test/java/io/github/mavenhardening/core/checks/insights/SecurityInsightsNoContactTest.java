package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityInsightsNoContactTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsNoContact());

    @Test
    void findsThatThereIsNoWay() {
        repository.with("""
                        header:
                          schema-version: 2.2.0
                        project:
                          vulnerability-reporting: #! accepted, but no way to send one is given
                            reports-accepted: true
                            contact:
                              name: Ada
                              primary: true
                        """).findsWhatIsMarked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy: https://example.org/SECURITY.md",
                "security-policy: https://example.org/SECURITY.md",
                "contact: {name: Ada, primary: true, email: ada@example.org}",
                "contact: {name: Ada, primary: true, social: 'https://social.example.org/@ada'}"
            })
    void isContentWithOneWay(String way) {
        repository.with("""
                        header: {schema-version: 2.2.0}
                        project:
                          vulnerability-reporting:
                            reports-accepted: true
                            %s
                        """.formatted(way)).findsNothing();
    }

    @Test
    void thePolicyOfTheRepositoryIsAWayToo() {
        repository.with("""
                        header: {schema-version: 2.2.0}
                        project: {vulnerability-reporting: {reports-accepted: true}}
                        repository: {documentation: {security-policy: 'https://example.org/SECURITY.md'}}
                        """).findsNothing();
    }

    @Test
    void whoTakesNoReportsNeedsNone() {
        repository.with("""
                        header: {schema-version: 2.2.0}
                        project: {vulnerability-reporting: {reports-accepted: false}}
                        """).findsNothing();
    }

    @Test
    void emptyTextsAreNoWay() {
        repository.with("""
                        header: {schema-version: 2.2.0}
                        project:
                          vulnerability-reporting: #! no way to send one
                            reports-accepted: true
                            policy: ''
                            contact: {name: Ada, primary: true, email: }
                        """).findsWhatIsMarked();
    }

    @Test
    void looksAtVersionOne() {
        repository.with("""
                        header: {schema-version: 1.0.0}
                        security-contacts: []
                        vulnerability-reporting: #! no way to send one
                          accepts-vulnerability-reports: true
                        """).findsWhatIsMarked();
        repository.with(Samples.ONE).findsNothing();
        assertThat(repository
                        .with("{vulnerability-reporting: {accepts-vulnerability-reports: true},"
                                + " security-contacts: [{type: url, value: 'https://example.org'}]}")
                        .findings())
                .isEmpty();
    }
}
