package io.github.mavenhardening.core.finding;

import static io.github.mavenhardening.core.finding.FindingTest.finding;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    @Test
    void stayWhenLinesMove() {
        List<Finding> before = List.of(
                finding("a.yml", 3, 5, "one").build(),
                finding("a.yml", 7, 5, "same").build(),
                finding("a.yml", 9, 5, "same").build());
        List<Finding> after = List.of(
                finding("a.yml", 13, 2, "one").build(),
                finding("a.yml", 20, 5, "same").build(),
                finding("a.yml", 41, 9, "same").build());

        assertThat(prints(after)).isEqualTo(prints(before)).doesNotHaveDuplicates();
    }

    @Test
    void stayWhenSeverityOrWordsChange() {
        Finding finding = finding("a.yml", 1, 1, "words").subject("subject").build();
        Finding reworded = finding("a.yml", 1, 1, "other words")
                .subject("subject")
                .severity(Severity.LOW)
                .build();

        assertThat(prints(List.of(reworded))).isEqualTo(prints(List.of(finding)));
    }

    @Test
    void differByCheckFileSubjectAndNumber() {
        List<Finding> findings = List.of(
                finding("a.yml", 1, 1, "m").subject("s").build(),
                finding("a.yml", 2, 1, "m").subject("s").build(),
                finding("a.yml", 3, 1, "m").subject("t").build(),
                finding("b.yml", 1, 1, "m").subject("s").build(),
                Finding.of("other-check", Severity.HIGH, Location.ofFile("a.yml"))
                        .message("m")
                        .remedy("r")
                        .subject("s")
                        .build());

        assertThat(prints(findings)).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void areTheSameInEveryVersion() {
        Finding finding = finding(".github/workflows/ci.yml", 1, 1, "m")
                .subject("actions/checkout@v4")
                .build();

        // printf 'a-check\0.github/workflows/ci.yml\0actions/checkout@v4\0001' | sha256sum
        assertThat(prints(List.of(finding)))
                .containsExactly("7c904567cdb8a832ab760ba12c3a5ba753808cc1fd4164c6823a08bc4fc23d6b");
    }

    @Test
    void ofAFindingThatIsTwiceInTheListAreOne() {
        Finding first = finding("a", 1, 1, "m").build();
        Finding second = finding("a", 2, 1, "m").build();

        Map<Finding, String> twice = Fingerprints.of(List.of(first, first, second), Persona.AUDITOR);

        assertThat(twice)
                .isEqualTo(Fingerprints.of(List.of(first, second), Persona.AUDITOR))
                .hasSize(2);
    }

    private static List<String> prints(List<Finding> findings) {
        return new ArrayList<>(Fingerprints.of(findings, Persona.AUDITOR).values());
    }
}
