package io.github.mavenhardening.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

class SoughtPatternTest {

    private static final SoughtPattern PUSH = SoughtPattern.of("(?i)\\bgit\\b.{0,20}\\b(push)\\b", "push");

    @Test
    void findsTheMatch() {
        Matcher matcher = PUSH.in("cd docs; git -C . push");

        assertThat(PUSH.isIn("cd docs; git -C . push")).isTrue();
        assertThat(matcher.find()).isTrue();
        assertThat(matcher.start(1)).isEqualTo(18);
    }

    @Test
    void comparesItsWordsRegardlessOfCase() {
        assertThat(PUSH.isIn("GIT Push")).isTrue();
        assertThat(PUSH.isWhole("GIT Push")).isTrue();
    }

    @Test
    void findsNothingInTextsWithoutItsWordsOrWithThemAlone() {
        assertThat(PUSH.isIn("git pull")).isFalse();
        assertThat(PUSH.in("git pull").find()).isFalse();
        assertThat(PUSH.isIn("push")).isFalse();
        assertThat(PUSH.isWhole("then git push")).isFalse();
    }
}
