package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    private static final Threshold FROM_HIGH = new Threshold(Optional.of(Severity.HIGH), Map.of());

    private static final Threshold NEVER = new Threshold(Optional.empty(), Map.of());

    @Test
    void failsOnOneHighFindingUnlessTold() {
        assertThat(FROM_HIGH.exceededBy(Map.of(Severity.HIGH, 1)))
                .containsExactly("1 finding of severity high or above");
        assertThat(FROM_HIGH.exceededBy(Map.of(Severity.HIGH, 1, Severity.CRITICAL, 2)))
                .containsExactly("3 findings of severity high or above");
        assertThat(FROM_HIGH.exceededBy(Map.of(Severity.MEDIUM, 100))).isEmpty();
    }

    @Test
    void hasNothingAboveCritical() {
        Threshold critical = new Threshold(Optional.of(Severity.CRITICAL), Map.of());

        assertThat(critical.exceededBy(Map.of(Severity.CRITICAL, 1))).containsExactly("1 finding of severity critical");
        assertThat(critical.exceededBy(Map.of(Severity.HIGH, 1))).isEmpty();
    }

    @Test
    void neverFailsWhenToldNever() {
        assertThat(NEVER.exceededBy(Map.of(Severity.CRITICAL, 9))).isEmpty();
        assertThat(NEVER.failsOn(Severity.CRITICAL)).isFalse();
    }

    @Test
    void bearsTheMaximumAndNotOneMore() {
        Threshold threshold = new Threshold(Optional.empty(), Map.of(Severity.LOW, 2, Severity.CRITICAL, 0));

        assertThat(threshold.exceededBy(Map.of(Severity.LOW, 2))).isEmpty();
        assertThat(threshold.exceededBy(Map.of())).isEmpty();
        assertThat(threshold.exceededBy(Map.of(Severity.LOW, 3, Severity.CRITICAL, 1)))
                .containsExactly("3 of severity low, at most 2 allowed", "1 of severity critical, at most 0 allowed");
    }

    @Test
    void isBrokenByThoseSeveritiesThatFailTheBuild() {
        Threshold threshold = new Threshold(Optional.of(Severity.HIGH), Map.of(Severity.LOW, 2));
        Map<Severity, Integer> counts = Map.of(Severity.LOW, 2, Severity.MEDIUM, 100, Severity.HIGH, 1);

        assertThat(threshold.brokenBy(Severity.LOW, counts)).isFalse();
        assertThat(threshold.brokenBy(Severity.LOW, Map.of(Severity.LOW, 3))).isTrue();
        assertThat(threshold.brokenBy(Severity.LOW, Map.of())).isFalse();
        assertThat(threshold.brokenBy(Severity.MEDIUM, counts)).isFalse();
        assertThat(threshold.brokenBy(Severity.HIGH, counts)).isTrue();
    }

    @Test
    void gradesEverySeverityFromItsOwnUp() {
        List<Severity> order = List.of(Severity.INFO, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);
        for (Severity failOn : order) {
            Threshold threshold = new Threshold(Optional.of(failOn), Map.of());
            for (Severity severity : order) {
                assertThat(threshold.failsOn(severity))
                        .as("%s at fail-on %s", severity, failOn)
                        .isEqualTo(order.indexOf(severity) >= order.indexOf(failOn));
            }
        }
    }
}
