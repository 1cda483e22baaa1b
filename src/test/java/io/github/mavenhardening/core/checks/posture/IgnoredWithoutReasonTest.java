package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Silence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredWithoutReasonTest {

    private static List<Finding> found(String reason) {
        List<Finding> found = new ArrayList<>();
        new IgnoredWithoutReason()
                .check(new Silence(Location.ofFile("ci.yml"), "comment", reason, List.of()), found::add);
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void findsOneThatSaysNothing(String reason) {
        assertThat(found(reason))
                .extracting(Finding::message)
                .containsExactly("The comment takes findings back and does not say why");
    }

    @Test
    void leavesAloneOneThatSaysWhy() {
        assertThat(found("vetted")).isEmpty();
    }
}
