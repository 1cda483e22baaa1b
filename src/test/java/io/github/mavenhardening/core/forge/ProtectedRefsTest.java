package io.github.mavenhardening.core.forge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectedRefsTest {

    @ParameterizedTest
    @CsvSource({
        "main, main, true",
        "main, Main, false",
        "main, main2, false",
        "v*, v1.0, true",
        "v*, v, true",
        "v*, av, false",
        "*, a/b, true",
        "*-stable, 1-stable, true",
        "*-stable, -stablex, false",
        "a*a, a, false",
        "a*a, aa, true",
        "a*b*c, aXbYc, true",
        "a*b*c, acb, false",
        "a*bc*c, abc, false",
        "**, x, true",
        "v1?, v12, false",
        "v[1], v1, false"
    })
    void fits(String pattern, String name, boolean fits) {
        assertThat(ProtectedRefs.fits(pattern, name)).isEqualTo(fits);
    }
}
