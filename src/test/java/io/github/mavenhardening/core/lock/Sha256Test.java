package io.github.mavenhardening.core.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

    @TempDir
    Path folder;

    /** The examples of FIPS 180. */
    @Test
    void hashesAsTheStandardSays() throws Exception {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        assertThat(Sha256.of(file)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.sha1Of(file)).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
        assertThat(Sha256.of(Files.writeString(folder.resolve("empty"), "")))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', '9', 'a', 'f'})
    void takesLowerCaseDigits(char digit) {
        assertThat(Sha256.isHex(String.valueOf(digit).repeat(64))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(chars = {'/', ':', '`', 'g', 'A', '\u0660'})
    void refusesOtherCharacters(char other) {
        assertThat(Sha256.isHex("0".repeat(63) + other)).isFalse();
        assertThat(Sha256.isHex(other + "0".repeat(63))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 65})
    void refusesOtherLengths(int length) {
        assertThat(Sha256.isHex("0".repeat(length))).isFalse();
    }
}
