package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityInsightsNoAssessmentTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsNoAssessment());

    @Test
    void isANoteForThePedantic() {
        Finding finding = repository.with(Samples.TWO).only();
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.persona()).isEqualTo(Persona.PEDANTIC);
        assertThat(finding.message())
                .isEqualTo("No threat model, self-assessment or audit is named that a reader could look up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self: {comment: not done yet} #! No threat model",
                "self: {comment: '', evidence: ''} #! No threat model",
                "self: {comment: A thorough one, evidence: , date: } #! No threat model",
                "self: {name: Self-assessment, comment: planned} #! No threat model",
                "self: #! No threat model",
                "{self: {comment: none}, third-party: []} #! No threat model"
            })
    void wordsAloneNameNone(String assessments) {
        repository.with(two(assessments)).findsWhatIsMarked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self: {comment: a model, evidence: 'https://example.org/threat-model'}",
                "self: {comment: reviewed by the team, date: '2026-01-02'}",
                "self: {comment: 'Not by us, but see https://example.org/audit.pdf'}",
                "{self: {comment: none}, third-party: [{comment: an audit by a firm}]}"
            })
    void oneThatCanBeLookedUpIsEnough(String assessments) {
        repository.with(two(assessments)).findsNothing();
    }

    @Test
    void pointsAtWhatIsThere() {
        repository.with("""
                        header: {schema-version: 2.0.0}
                        repository: #! No threat model
                          url: https://example.org/o/r
                        """).findsWhatIsMarked();
        repository.with("""
                        header: {schema-version: 2.9.0}
                        repository:
                          security:
                            assessments: {} #! No threat model
                        """).findsWhatIsMarked();
    }

    @Test
    void whereThereIsNoPlaceForItNothingIsMissing() {
        repository.with("""
                        header: {schema-version: 2.2.0}
                        project: {name: example}
                        """).findsNothing();
        repository.with("header: {schema-version: 3.0.0}").findsNothing();
        repository.with("project-lifecycle: {status: active}").findsNothing();
    }

    @Test
    void looksAtVersionOne() {
        repository.with("""
                        header: #! No threat model
                          schema-version: 1.0.0
                        security-assessments: []
                        """).findsWhatIsMarked();
        repository.with("""
                        header: {schema-version: 1.0.0}
                        security-artifacts: #! No threat model
                          threat-model: {threat-model-created: false}
                          self-assessment: {self-assessment-created: false, comment: planned}
                        """).findsWhatIsMarked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security-artifacts: {threat-model: {threat-model-created: true, evidence-url: ['https://example.org/m']}}",
                "security-artifacts: {self-assessment: {self-assessment-created: true, evidence-url: ['https://example.org/s']}}",
                "security-assessments: [{auditor-name: A firm, auditor-url: 'https://example.org', report-year: 2025}]"
            })
    void eachOfVersionOneIsEnough(String named) {
        repository.with("header: {schema-version: 1.0.0}\n" + named).findsNothing();
    }

    private static String two(String assessments) {
        return """
                header: {schema-version: 2.2.0}
                repository:
                  security:
                    assessments:
                      %s
                """.formatted(assessments);
    }
}
