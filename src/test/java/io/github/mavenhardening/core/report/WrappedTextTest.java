package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTextTest {

    @Test
    void breaksBetweenWords() {
        assertThat(WrappedText.lines("one two three", 20, "  ")).containsExactly("one two three");
        assertThat(WrappedText.lines("one two three", 13, "  ")).containsExactly("one two three");
        assertThat(WrappedText.lines("one two three", 12, "  ")).containsExactly("one two", "  three");
        assertThat(WrappedText.lines("one two three", 7, "  ")).containsExactly("one two", "  three");
        assertThat(WrappedText.lines("one   two", 4, "")).containsExactly("one", "two");
        assertThat(WrappedText.lines("", 4, "")).containsExactly("");
    }

    @Test
    void neverBreaksAWord() {
        assertThat(WrappedText.lines("a verylongword b", 5, "  ")).containsExactly("a", "  verylongword", "  b");
        assertThat(WrappedText.lines("verylongword", 5, "  ")).containsExactly("verylongword");
        assertThat(WrappedText.lines("    verylongword and", 5, "  ")).containsExactly("    verylongword", "  and");
    }

    @Test
    void cutsBehindAWord() {
        assertThat(WrappedText.cut("one two three", 13)).isEqualTo("one two three");
        assertThat(WrappedText.cut("one two three", 12)).isEqualTo("one two\u2026");
        assertThat(WrappedText.cut("one two three", 8)).isEqualTo("one two\u2026");
        assertThat(WrappedText.cut("one two three", 7)).isEqualTo("one\u2026");
        assertThat(WrappedText.cut("verylongword and", 5)).isEqualTo("verylongword\u2026");
        assertThat(WrappedText.cut("verylongword", 5)).isEqualTo("verylongword");
    }

    @Test
    void cutsWithinAWordThatWouldLeaveLittle() {
        assertThat(WrappedText.cut("lock unlocked org.example.of.a.long.name:artifact:jar:1.0 is not locked", 40))
                .isEqualTo("lock unlocked org.example.of.a.long.nam\u2026");
        assertThat(WrappedText.cut("lock unlocked org.example:lib:jar:1.0 is not locked", 36))
                .isEqualTo("lock unlocked\u2026");
    }
}
