package io.github.mavenhardening.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {

    @ParameterizedTest
    @CsvSource({
        "0, files, 0 files",
        "1, files, 1 file",
        "2, files, 2 files",
        "1, entries, 1 entry",
        "3, entries, 3 entries",
        "1, more findings, 1 more finding",
        "21, locked files, 21 locked files",
    })
    void agreesWithItsNoun(long number, String plural, String expected) {
        assertThat(Count.of(number, plural)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, questions, 0 questions are", "1, questions, 1 question is", "2, queries, 2 queries are"})
    void agreesWithItsVerb(long number, String plural, String expected) {
        assertThat(Count.are(number, plural)).isEqualTo(expected);
    }
}
