package io.github.mavenhardening.core.lock.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumAlgorithmTest {

    @ParameterizedTest
    @ValueSource(strings = {"SHA-256", "sha256", "Sha256", "sha-256"})
    void isFoundByAnyWayToWriteItsName(String name) {
        assertThat(ChecksumAlgorithm.of(name)).contains(ChecksumAlgorithm.SHA_256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "md5", "sha", "sha2562"})
    void isNoneThatProvesNothing(String name) {
        assertThat(ChecksumAlgorithm.of(name)).isEmpty();
    }

    @Test
    void knowsItsChecksums() {
        assertThat(ChecksumAlgorithm.SHA_1.isHex("09afAF" + "0".repeat(34))).isTrue();
        assertThat(ChecksumAlgorithm.SHA_1.isHex("0".repeat(39))).isFalse();
        assertThat(ChecksumAlgorithm.SHA_1.isHex("0".repeat(41))).isFalse();
        assertThat(ChecksumAlgorithm.SHA_1.isHex("0".repeat(39) + "g")).isFalse();
        assertThat(ChecksumAlgorithm.SHA_1.isHex("0".repeat(39) + "\uFF11"))
                .as("a digit elsewhere")
                .isFalse();
    }

    @Test
    void noRecordHoldsAnotherOne() {
        String hex = "0".repeat(40);

        assertThat(new RecordedChecksum("a", ChecksumAlgorithm.SHA_1, "A".repeat(40), Optional.empty(), 1).hex())
                .isEqualTo("a".repeat(40));
        assertThatThrownBy(() -> new RecordedChecksum("../a", ChecksumAlgorithm.SHA_1, hex, Optional.empty(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("segment");
        assertThatThrownBy(() -> new RecordedChecksum("a", ChecksumAlgorithm.SHA_256, hex, Optional.empty(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SHA-256");
    }
}
