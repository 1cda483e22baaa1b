package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreListTest {

    private static boolean ignores(String list, String path, boolean isFolder) {
        Optional<IgnorePattern> decides = IgnoreList.of(list.replace(' ', '\n')).decides(path, isFolder);
        return decides.isPresent() && !decides.get().isNegative();
    }

    /** Whatever way a pattern is looked up, the last that speaks of a path decides. */
    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, x/a, true",
        "/a, x/a, false",
        "x/a, x/a, true",
        "*.log, x/a.log, true",
        "*.log !a.log, x/a.log, false",
        "!a.log *.log, x/a.log, true",
        "build*, x/builder, true",
        "build* !*er, x/builder, false",
        "!*er build*, x/builder, true",
        "**/a, x/y/a, true",
        "**/a !x/y/a, x/y/a, false",
        "b[ab]c* !bac, x/bac, false",
        "!bac b[ab]c*, x/bac, true",
        "*, x, true",
        "* !x, x, false",
        "a/, a, false",
        "a a/, a, true",
        "a !a/, a, true",
    })
    void theLastPatternDecidesOnAFile(String list, String path, boolean ignored) {
        assertThat(ignores(list, path, false)).isEqualTo(ignored);
    }

    @ParameterizedTest
    @CsvSource({"a/, a, true", "a !a/, a, false", "a/ !a, a, false", "**/a/, x/a, true"})
    void theLastPatternDecidesOnAFolder(String list, String path, boolean ignored) {
        assertThat(ignores(list, path, true)).isEqualTo(ignored);
    }

    @Test
    void whatIsTooLongToBeHeldAgainstAPathMakesNothingIgnored() {
        assertThat(ignores("* " + "a".repeat(2_000), "x", false)).isTrue();
        assertThat(ignores("* !" + "a".repeat(2_000), "x", false)).isFalse();
    }

    @Test
    void onlyWhatHasToBeTriedIsHeavy() {
        assertThat(IgnoreList.of("a\n/b\n*.c\nd*\n**/e\nf/\n!g\n# h\n").weight())
                .isZero();
        assertThat(IgnoreList.of("a*b\n/*.c\n").weight()).isEqualTo(6);
    }
}
