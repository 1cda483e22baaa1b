package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "build, build, true",
        "' build ', build, true",
        "build, builds, false",
        "build*, build (17), true",
        "Build [linux], Build [linux], true",
        "Build [linux], Build l, false",
        "a\\b, a\\b, true",
        "a\\*, a\\bc, true",
        "jdk-?, jdk-8, true",
        "jdk-?, jdk-17, false",
        "*, '', true"
    })
    void knowsTwoWildcardsAndNoMore(String pattern, String name, boolean matches) {
        assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "actions/checkout, actions/checkout@v4, true",
        "actions/checkout, actions/checkout, true",
        "actions/checkout@v4, actions/checkout@v4, true",
        "actions/checkout@v4, actions/checkout@v5, false",
        "actions/checkout@v*, actions/checkout@v5.0.1, true",
        "github/*, github/codeql-action/init@v3, true",
        "actions/check, actions/checkout@v4, false",
        "./.github/actions/build, ./.github/actions/build, true",
        "docker://alpine:*, docker://alpine:3.20@sha256:1, true"
    })
    void fitsAnActionAtAnyRefUnlessItNamesOne(String pattern, String uses, boolean matches) {
        assertThat(NamePattern.of(pattern).matchesWithOrWithout('@', uses)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "org.example:lib, org.example:lib:1.0, true",
        "org.example:lib, org.example:lib, true",
        "org.example:*, org.example:lib:1.0, true",
        "org.example.*:*, org.example:lib:1.0, false",
        "org.example*:*, org.example.sub:lib:1.0, true",
        "org.example:lib:1.0, org.example:lib:1.0, true",
        "org.example:lib:1.0, org.example:lib:1.0.1, false",
        "org.example:lib:1.*, org.example:lib:1.0.1, true",
        "org.example:lib:1.0, org.example:lib, false",
        "'org.example:lib:[1.0,2.0)', 'org.example:lib:[1.0,2.0)', true",
        "org.example:li, org.example:lib:1.0, false"
    })
    void fitsAnArtifactInAnyVersionUnlessItNamesOne(String pattern, String coordinates, boolean matches) {
        assertThat(NamePattern.of(pattern).matchesArtifact(coordinates)).isEqualTo(matches);
    }

    @Test
    void isWhatIsWritten() {
        assertThat(NamePattern.of("a*"))
                .hasToString("a*")
                .isEqualTo(NamePattern.of("a*"))
                .hasSameHashCodeAs(NamePattern.of("a*"))
                .doesNotHaveSameHashCodeAs(NamePattern.of("b*"))
                .isNotEqualTo(NamePattern.of("b*"))
                .isNotEqualTo("a*");
    }
}
