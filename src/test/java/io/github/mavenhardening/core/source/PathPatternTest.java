package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "pom.xml, pom.xml, true",
        "pom.xml, a/b/pom.xml, true",
        "/pom.xml, pom.xml, true",
        "/pom.xml, a/pom.xml, false",
        "/**/pom.xml, pom.xml, true",
        "**/pom.xml, a/b/pom.xml, true",
        "docs, docs/a/b.md, true",
        "docs/, a/docs/b.md, true",
        "docs/, docs, false",
        "/docs, a/docs/b.md, false",
        "docs/*, docs/a/b.md, true",
        "a/**, a/b/c, true",
        "#x, #x, true",
        "./pom.xml, pom.xml, false",
        "po, pom.xml, false",
    })
    void meansWhatGitignoreMeans(String pattern, String path, boolean fits) {
        assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(fits);
        assertThat(PathPattern.of(" " + pattern + " ").matches(path)).isEqualTo(fits);
    }

    /** Policies that were written for a glob over the whole path go on. */
    @Test
    void fitsWhateverTheGlobFits() {
        String[] patterns = {
            "*", "**", "*.xml", "a/*", "a/**", "**/b.xml", "a/?.xml", "[ab]/*.xml", "a/b.xml", "a**/b.xml"
        };
        String[] paths = {"", "a", "b.xml", "a/b.xml", "a/b/b.xml", "c/b.xml", "aa/b.xml"};
        int both = 0;
        for (String pattern : patterns) {
            for (String path : paths) {
                if (Glob.of(pattern, true).matches(path)) {
                    both++;
                    assertThat(PathPattern.of(pattern).matches(path))
                            .as(pattern + " and " + path)
                            .isTrue();
                }
            }
        }
        assertThat(both).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "!pom.xml"})
    void refusesWhatMeansNoFile(String text) {
        assertThatThrownBy(() -> PathPattern.of(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PathPattern.of("x".repeat(2_000))).isInstanceOf(IllegalArgumentException.class);
    }
}
