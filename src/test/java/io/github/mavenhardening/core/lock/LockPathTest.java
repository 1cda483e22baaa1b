package io.github.mavenhardening.core.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "org/a.jar", "./lib/a.jar", "./a", "ab:c", "org/a b.jar", ".a/..b/c."})
    void isSound(String path) {
        assertThat(LockPath.problemOf(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', missing",
        "/a, absolute",
        ".//a, absolute",
        "C:, absolute",
        "./C:/a, absolute",
        "a\u0000b, control character",
        "a\\b, backslash",
        "a/, segment",
        "a//b, segment",
        ".., segment",
        "a/../b, segment",
        "././a, segment",
        "./, segment",
    })
    void isRefused(String path, String problem) {
        assertThat(LockPath.problemOf(path))
                .hasValueSatisfying(text -> assertThat(text).contains(problem));
    }

    @Test
    void mayHave1024Characters() {
        assertThat(LockPath.problemOf("a".repeat(1024))).isEmpty();
        assertThat(LockPath.problemOf("a".repeat(1025)))
                .hasValueSatisfying(text -> assertThat(text).contains("longer than 1024"));
    }

    @Test
    void knowsFilesOfTheProjectFromThoseOfArtifacts() {
        assertThat(LockPath.isInProject("./org/example/a/1/a-1.jar")).isTrue();
        assertThat(LockPath.isInProject("org/example/a/1/a-1.jar")).isFalse();
        assertThat(LockPath.coordinatesOf("./org/example/a/1/a-1.jar")).isEmpty();
        assertThat(LockPath.coordinatesOf("org/example/a/1/a-1.jar"))
                .map(Coordinates::artifactId)
                .contains("a");
        assertThat(LockPath.coordinatesOf("a.jar")).isEmpty();
    }
}
