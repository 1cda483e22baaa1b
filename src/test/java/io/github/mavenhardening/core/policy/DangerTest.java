package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DangerTest {

    private static EvaluatedFinding finding(String file, Severity severity, Confidence confidence, Exposure exposure) {
        Finding found = Finding.of("check", severity, Location.ofFile(file))
                .confidence(confidence)
                .exposure(exposure)
                .message("m")
                .remedy("r")
                .build();
        return new EvaluatedFinding(found, file, Optional.empty(), false);
    }

    private static void assertOrder(EvaluatedFinding... worstFirst) {
        List<EvaluatedFinding> reversed = new ArrayList<>(List.of(worstFirst));
        Collections.reverse(reversed);
        assertThat(Danger.sorted(reversed)).containsExactly(worstFirst);
    }

    @Test
    void putsSeverityFirst() {
        assertOrder(
                finding("d", Severity.CRITICAL, Confidence.LOW, Exposure.NOBODY),
                finding("c", Severity.HIGH, Confidence.HIGH, Exposure.ANYONE),
                finding("b", Severity.MEDIUM, Confidence.HIGH, Exposure.ANYONE),
                finding("a", Severity.LOW, Confidence.HIGH, Exposure.ANYONE));
    }

    @Test
    void putsWhatIsHardlySureBehindEverythingElse() {
        assertOrder(
                finding("b", Severity.HIGH, Confidence.HIGH, Exposure.NOBODY),
                finding("a", Severity.HIGH, Confidence.LOW, Exposure.ANYONE));
    }

    /** Among them an injection that anyone words before an official action without a pin. */
    @Test
    void putsWhatAnyoneCanExploitBeforeWhatAnInsiderCan() {
        assertOrder(
                finding("g", Severity.HIGH, Confidence.HIGH, Exposure.ANYONE),
                finding("f", Severity.HIGH, Confidence.MEDIUM, Exposure.ANYONE),
                finding("e", Severity.HIGH, Confidence.HIGH, Exposure.PUBLISHER),
                finding("d", Severity.HIGH, Confidence.HIGH, Exposure.INSIDER),
                finding("c", Severity.HIGH, Confidence.MEDIUM, Exposure.INSIDER),
                finding("b", Severity.HIGH, Confidence.HIGH, Exposure.NOBODY));
    }

    @Test
    void leavesWhatIsEquallyDangerousInItsOrder() {
        EvaluatedFinding b = finding("b", Severity.HIGH, Confidence.HIGH, Exposure.ANYONE);
        EvaluatedFinding a = finding("a", Severity.HIGH, Confidence.HIGH, Exposure.ANYONE);

        assertThat(Danger.sorted(List.of(b, a))).containsExactly(b, a);
        assertThat(Danger.compare(b, a)).isPositive();
        assertThat(Danger.worst(List.of(b, a))).contains(b);
        assertThat(Danger.worst(List.of())).isEmpty();
    }
}
