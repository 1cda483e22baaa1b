package io.github.mavenhardening.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisspellingTest {

    @ParameterizedTest
    @CsvSource({
        "guava, guavaa, true",
        "guava, gava, true",
        "guava, guavo, true",
        "guava, gauva, true",
        "guava, guava, false",
        "guava, gauvaa, false",
        "guava, vguaa, false",
        "abc, ab, true",
        "abc, acb, true",
        "a, b, true",
    })
    void isOneSlipAway(String a, String b, boolean expected) {
        assertThat(Misspelling.isOneSlip(a, b)).isEqualTo(expected);
        assertThat(Misspelling.isOneSlip(b, a)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"rxjava2, rxjava3, false", "okhttp, okhttp3, false", "log4j, log4s, true", "jsr305, jsr350, false"})
    void aNumberIsNoSlipOfLetters(String a, String b, boolean expected) {
        assertThat(Misspelling.isOneSlipOfLetters(a, b)).isEqualTo(expected);
    }
}
