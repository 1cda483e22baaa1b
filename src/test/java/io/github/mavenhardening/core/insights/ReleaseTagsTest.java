package io.github.mavenhardening.core.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTagsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2",
                "1.2.3",
                "v1.2.3",
                "V1.2.3",
                "name-1.2.3",
                "maven-plugin-1.2.3",
                "rel/commons-lang-3.14.0",
                "release-1.2.3",
                "@scope/name@1.2.3",
                "1.2.3-RC1",
                "1.2.3RC1",
                "v1.2.3-alpha.1",
                "1.2.3.Final",
                "1.2.3-beta-2",
                "v1.2.3+build.5",
                "1.2.3.4",
                "2026.11.22",
                "REL42.7.3",
                "REL_16_1"
            })
    void knowsAVersion(String tag) {
        assertThat(ReleaseTags.first(List.of("x", tag.replace("@scope", "scope")), List.of()))
                .contains(tag.replace("@scope", "scope"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "latest",
                "nightly",
                "nightly-1.2.3",
                "build-123",
                "v1",
                "1",
                "2026-11-22",
                "1.2.x",
                "1.2.3-SNAPSHOT",
                "java17",
                "issue-17-fix",
                "1.2.3-",
                "1..2"
            })
    void takesNoOtherTagForARelease(String tag) {
        assertThat(ReleaseTags.first(List.of(tag), List.of())).isEmpty();
    }

    @Test
    void goesByTheGlobsThatItIsGiven() {
        List<String> tags = List.of("1.2.3", "ga-7");
        assertThat(ReleaseTags.first(tags, List.of("ga-*", "none"))).contains("ga-7");
        assertThat(ReleaseTags.first(tags, List.of("none"))).isEmpty();
    }

    @Test
    void isNotSlowedDownByAHostileName() {
        assertThat(ReleaseTags.first(List.of("a".repeat(100_000), "a-".repeat(120), "1.".repeat(124)), List.of()))
                .isEmpty();
    }
}
