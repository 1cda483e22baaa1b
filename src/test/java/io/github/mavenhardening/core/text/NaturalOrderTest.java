package io.github.mavenhardening.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NaturalOrderTest {

    @Test
    void countsLines() {
        List<String> sentences =
                new ArrayList<>(List.of("a.yml:9: x", "a.yml:15: x", "a.yml:100: x", "a.yml:9: a", "b.yml:1: x", ""));
        List<String> expected = List.of("", "a.yml:9: a", "a.yml:9: x", "a.yml:15: x", "a.yml:100: x", "b.yml:1: x");
        Collections.shuffle(sentences, new java.util.Random(7));

        sentences.sort(NaturalOrder.INSTANCE);

        assertThat(sentences).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "a9, a10",
        "a99999999999999999999, a100000000000000000000",
        "a, a1",
        "a007, a8",
        "a1b, a1c",
        "1, a",
        "a1, ab",
        "a01, a1"
    })
    void comparesNumbersByValue(String less, String greater) {
        assertThat(NaturalOrder.INSTANCE.compare(less, greater)).isNegative();
        assertThat(NaturalOrder.INSTANCE.compare(greater, less)).isPositive();
        assertThat(NaturalOrder.INSTANCE.compare(less, less)).isZero();
    }
}
