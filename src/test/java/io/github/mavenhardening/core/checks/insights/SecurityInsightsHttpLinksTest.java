package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import org.junit.jupiter.api.Test;

class SecurityInsightsHttpLinksTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsHttpLinks());

    @Test
    void findsLinksWhereverTheyAre() {
        repository.with("""
                        header:
                          url: http://example.org/si.yml #! /header/url: 'http://example.org/si.yml' goes over plain HTTP
                        documentation:
                          - https://example.org/a
                          - HTTP://example.org/b #! /documentation/1: 'HTTP://example.org/b'
                        comment: see http://example.org
                        attestations:
                          - predicate-uri: http://example.org/predicate/v1
                            location: 'http://example.org/c' #! /attestations/0/location
                        """).findsWhatIsMarked();
        assertThat(repository.findings()).allMatch(finding -> finding.severity() == Severity.LOW);
    }

    @Test
    void isContentWithoutAny() {
        repository.with(Samples.TWO).findsNothing();
        repository.with(Samples.ONE).findsNothing();
    }
}
