package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {

    private static final Threshold FROM_HIGH = from(Severity.HIGH, Map.of());

    private static final Threshold NEVER = new Threshold(Optional.empty(), Confidence.MEDIUM, Map.of());

    private static Threshold from(Severity severity, Map<Severity, Integer> maximum) {
        return new Threshold(Optional.of(severity), Confidence.MEDIUM, maximum);
    }

    private static Finding of(Severity severity, Confidence confidence) {
        return Finding.of("sample", severity, Location.ofFile("a.yml"))
                .confidence(confidence)
                .message("Message")
                .remedy("Remedy")
                .build();
    }

    private static Finding of(Severity severity) {
        return of(severity, Confidence.HIGH);
    }

    private static List<Finding> many(int count, Severity severity) {
        return Collections.nCopies(count, of(severity));
    }

    @Test
    void failsOnOneHighFinding() {
        assertThat(FROM_HIGH.exceededBy(many(1, Severity.HIGH))).containsExactly("1 finding of severity high or above");
        assertThat(FROM_HIGH.exceededBy(List.of(of(Severity.HIGH), of(Severity.CRITICAL), of(Severity.CRITICAL))))
                .containsExactly("3 findings of severity high or above");
        assertThat(FROM_HIGH.exceededBy(many(100, Severity.MEDIUM))).isEmpty();
    }

    @Test
    void hasNothingAboveCritical() {
        Threshold critical = from(Severity.CRITICAL, Map.of());

        assertThat(critical.exceededBy(many(1, Severity.CRITICAL))).containsExactly("1 finding of severity critical");
        assertThat(critical.exceededBy(many(1, Severity.HIGH))).isEmpty();
    }

    @Test
    void neverFailsOnNever() {
        assertThat(NEVER.exceededBy(many(9, Severity.CRITICAL))).isEmpty();
        assertThat(NEVER.failsOn(of(Severity.CRITICAL))).isFalse();
    }

    @Test
    void bearsTheMaximumAndNotOneMore() {
        Threshold threshold =
                new Threshold(Optional.empty(), Confidence.MEDIUM, Map.of(Severity.LOW, 2, Severity.CRITICAL, 0));

        assertThat(threshold.exceededBy(many(2, Severity.LOW))).isEmpty();
        assertThat(threshold.exceededBy(List.of())).isEmpty();
        assertThat(threshold.exceededBy(
                        Stream.concat(many(3, Severity.LOW).stream(), many(1, Severity.CRITICAL).stream())
                                .toList()))
                .containsExactly("3 of severity low, at most 2 allowed", "1 of severity critical, at most 0 allowed");
    }

    @Test
    void isBrokenByThoseSeveritiesThatFailTheBuild() {
        Threshold threshold = from(Severity.HIGH, Map.of(Severity.LOW, 2));
        Map<Severity, Integer> counts = Map.of(Severity.LOW, 2, Severity.MEDIUM, 100, Severity.HIGH, 1);

        assertThat(threshold.brokenBy(of(Severity.LOW), counts)).isFalse();
        assertThat(threshold.brokenBy(of(Severity.LOW), Map.of(Severity.LOW, 3)))
                .isTrue();
        assertThat(threshold.brokenBy(of(Severity.LOW), Map.of())).isFalse();
        assertThat(threshold.brokenBy(of(Severity.MEDIUM), counts)).isFalse();
        assertThat(threshold.brokenBy(of(Severity.HIGH), counts)).isTrue();
    }

    @Test
    void gradesEverySeverityFromItsOwnUp() {
        List<Severity> order = List.of(Severity.INFO, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);
        for (Severity failOn : order) {
            Threshold threshold = from(failOn, Map.of());
            for (Severity severity : order) {
                assertThat(threshold.failsOn(of(severity)))
                        .as("%s at fail-on %s", severity, failOn)
                        .isEqualTo(order.indexOf(severity) >= order.indexOf(failOn));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOW, LOW, true", "LOW, MEDIUM, true", "LOW, HIGH, true",
        "MEDIUM, LOW, false", "MEDIUM, MEDIUM, true", "MEDIUM, HIGH, true",
        "HIGH, LOW, false", "HIGH, MEDIUM, false", "HIGH, HIGH, true"
    })
    void failsOnWhatACheckIsSureEnoughOf(Confidence least, Confidence confidence, boolean fails) {
        Threshold threshold = new Threshold(Optional.of(Severity.HIGH), least, Map.of());

        assertThat(threshold.failsOn(of(Severity.CRITICAL, confidence))).isEqualTo(fails);
        assertThat(threshold.brokenBy(of(Severity.CRITICAL, confidence), Map.of(Severity.CRITICAL, 1)))
                .isEqualTo(fails);
        assertThat(threshold
                        .exceededBy(List.of(of(Severity.CRITICAL, confidence)))
                        .isEmpty())
                .isEqualTo(!fails);
        assertThat(threshold.failsOn(of(Severity.MEDIUM, confidence))).isFalse();
    }

    @Test
    void countsOnlyTheSureOnesAndSaysSo() {
        assertThat(FROM_HIGH.exceededBy(List.of(of(Severity.HIGH), of(Severity.CRITICAL, Confidence.LOW))))
                .containsExactly("1 finding of severity high or above and at least medium confidence");
    }

    @Test
    void countsTheMaximumWhateverTheConfidence() {
        Threshold threshold = from(Severity.CRITICAL, Map.of(Severity.LOW, 0));

        assertThat(threshold.exceededBy(List.of(of(Severity.LOW, Confidence.LOW))))
                .containsExactly("1 of severity low, at most 0 allowed");
        assertThat(threshold.brokenBy(of(Severity.LOW, Confidence.LOW), Map.of(Severity.LOW, 1)))
                .isTrue();
    }
}
