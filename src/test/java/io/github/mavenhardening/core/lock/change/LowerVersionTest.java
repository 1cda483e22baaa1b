package io.github.mavenhardening.core.lock.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowerVersionTest {

    @ParameterizedTest
    @CsvSource({
        "1.9, 2.0",
        "1.9, 1.10",
        "1.9.9, 1.10.0-jre",
        "2.0, 2.0.1",
        "2.0-rc1, 2.0",
        "2.0.0-M3, 2",
        "2.0-SNAPSHOT, 2.0",
        "v1, v2",
        "9, 99999999999999999999999999"
    })
    void isLowerByItsNumbersOrAsACandidate(String lower, String higher) {
        assertThat(LowerVersion.is(lower, higher)).isTrue();
        assertThat(LowerVersion.is(higher, lower)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "1.0, 1.0.0",
        "1.01, 1.1",
        "33.0-android, 33.0-jre",
        "1.0.Final, 1.0",
        "1.0-beta, 1.0-alpha",
        "1.0-mine, 1.0",
        "r05, r06",
        "'', 1"
    })
    void whatIsNotBeyondDoubtIsNotLower(String one, String other) {
        assertThat(LowerVersion.is(one, other)).isFalse();
        assertThat(LowerVersion.is(other, one)).isFalse();
    }

    @Test
    void ofSeveralEachIsLower() {
        assertThat(LowerVersion.isEach(List.of("1.0", "1.1"), List.of("2.0", "3.0")))
                .isTrue();
        assertThat(LowerVersion.isEach(List.of("1.5"), List.of("1.0", "2.0"))).isFalse();
        assertThat(LowerVersion.isEach(List.of(), List.of("1.0"))).isFalse();
        assertThat(LowerVersion.isEach(List.of("1.0"), List.of())).isFalse();
    }
}
