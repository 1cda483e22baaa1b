package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one line of a {@code .gitignore} speaks of, as {@code git check-ignore} answers. */
class GlobTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "target/      | a/target/   | true",
                "target/      | a/target    | false",
                "/target      | target      | true",
                "/target      | a/target    | false",
                "a/b          | a/b         | true",
                "a/b          | x/a/b       | false",
                "*.class      | x/y.class   | true",
                "*.class      | y.classes   | false",
                "a/*.yml      | a/x.yml     | true",
                "a/*.yml      | a/b/x.yml   | false",
                "a/**/x       | a/x         | true",
                "a/**/x       | a/b/c/x     | true",
                "a/**/x       | a/bx        | false",
                "**/x         | x           | true",
                "**/x         | a/b/x       | true",
                "a/**         | a/b/c       | true",
                "a/**         | a           | false",
                "a**b         | acb         | true",
                "a/b**c       | a/bxc       | true",
                "a/b**c       | a/bx/yc     | false",
                "a?c          | abc         | true",
                "/a?c         | a/c         | false",
                "[a-c]x       | bx          | true",
                "[!a-c]x      | bx          | false",
                "[^a-c]x      | dx          | true",
                "[]-]x        | -x          | true",
                "[]-]x        | ]x          | true",
                "[[:digit:]]  | 7           | true",
                "[[:digit:]]  | x           | false",
                "[[:nothing:]]| n           | false",
                "[a           | [a          | false",
                "/x[!a]y      | x/y         | false",
                "\\#x         | #x          | true",
                "\\!x         | !x          | true",
                "a\\*         | a*          | true",
                "a\\*         | ab          | false",
                "a\\          | a           | false",
                "`a\\ `       | `a `        | true",
                "`a  `        | a           | true",
                "`a\t`        | a           | false",
                "` a`         | ` a`        | true",
            })
    void aLineSpeaksOf(String line, String path, boolean expected) {
        boolean folder = path.endsWith("/");
        String name = folder ? path.substring(0, path.length() - 1) : path;

        assertThat(IgnorePattern.of(line).orElseThrow().matches(name, folder)).isEqualTo(expected);
    }

    @Test
    void commentsAndEmptyLinesSpeakOfNothing() {
        for (String line : new String[] {"", "   ", "# x", "/", "!", "x".repeat(2_000)}) {
            assertThat(IgnorePattern.of(line)).as(line).isEmpty();
        }
    }

    @Test
    void anExclamationMarkTakesBack() {
        IgnorePattern pattern = IgnorePattern.of("!keep/").orElseThrow();

        assertThat(pattern.isNegative()).isTrue();
        assertThat(pattern.matches("a/keep", true)).isTrue();
    }

    @Test
    void aHostilePatternTakesNoTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            String name = "a".repeat(255);
            assertThat(Glob.of("*a".repeat(200) + "b", false).matches(name)).isFalse();
            assertThat(Glob.of("**/a".repeat(200) + "b", true).matches("a/".repeat(500) + "a"))
                    .isFalse();
            assertThat(Glob.of("*".repeat(1_000), true).matches(name)).isTrue();
            assertThat(Glob.of("[a-z]*".repeat(150), false).matches(name)).isTrue();
        });
    }
}
