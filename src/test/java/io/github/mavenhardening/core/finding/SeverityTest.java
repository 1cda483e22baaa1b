package io.github.mavenhardening.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of a finding: severity, confidence, persona. */
class SeverityTest {

    @ParameterizedTest
    @CsvSource({"INFO,INFO,LOW", "LOW,INFO,MEDIUM", "MEDIUM,LOW,HIGH", "HIGH,MEDIUM,CRITICAL", "CRITICAL,HIGH,CRITICAL"
    })
    void oneLevelDownAndUp(Severity severity, Severity lowered, Severity raised) {
        assertThat(severity.lowered()).isEqualTo(lowered);
        assertThat(severity.raised()).isEqualTo(raised);
        assertThat(Severity.ofLabel(" " + severity.label().toUpperCase(Locale.ROOT) + "\n"))
                .contains(severity);
    }

    @Test
    void severitiesAreOrdered() {
        assertThat(Severity.CRITICAL.atLeast(Severity.HIGH)).isTrue();
        assertThat(Severity.HIGH.atLeast(Severity.HIGH)).isTrue();
        assertThat(Severity.MEDIUM.atLeast(Severity.HIGH)).isFalse();
        assertThat(Severity.values()).isSorted();
        assertThat(Severity.worstFirst())
                .containsExactly(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO);
        assertThat(Severity.ofLabel("serious")).isEmpty();
        assertThat(Severity.ofLabel("")).isEmpty();
        assertThat(Severity.HIGH.label()).isEqualTo("high");
    }

    @Test
    void aPersonaSeesItsOwnAndWhatTheOnesBeforeSee() {
        assertThat(Persona.REGULAR.sees(Persona.REGULAR)).isTrue();
        assertThat(Persona.REGULAR.sees(Persona.PEDANTIC)).isFalse();
        assertThat(Persona.PEDANTIC.sees(Persona.REGULAR)).isTrue();
        assertThat(Persona.PEDANTIC.sees(Persona.AUDITOR)).isFalse();
        assertThat(Persona.AUDITOR.sees(Persona.PEDANTIC)).isTrue();
        assertThat(Persona.PEDANTIC.label()).isEqualTo("pedantic");
        assertThat(Confidence.MEDIUM.label()).isEqualTo("medium");
    }
}
