package io.github.mavenhardening.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeLineTest {

    @Test
    void cutsALineAtTheColumns() {
        assertThat(SafeLine.marked("  - uses: a@v1", 11, 15)).containsExactly("  - uses: ", "a@v1");
        assertThat(SafeLine.marked("a@v1 # x", 1, 5)).containsExactly("", "a@v1", " # x");
        assertThat(SafeLine.marked("\uD83D\uDE00a\uD83D\uDE00b", 2, 3))
                .containsExactly("\uD83D\uDE00", "a", "\uD83D\uDE00b");
    }

    @Test
    void marksNothingWhereNothingIs() {
        assertThat(SafeLine.marked("abc", 2, 2)).containsExactly("abc");
        assertThat(SafeLine.marked("abc", 9, 12)).containsExactly("abc");
        assertThat(SafeLine.marked("", 1, 1)).containsExactly("");
    }

    @Test
    void showsWhatIsHidden() {
        assertThat(SafeLine.whole("a\tb\u202ec\u0000")).isEqualTo("a    b\\u202ec\\u0000");
    }

    @Test
    void cutsWhatIsLongAndSaysSo() {
        String line = "x".repeat(1000);

        assertThat(SafeLine.whole(line)).hasSize(401).endsWith("\u2026");
        assertThat(String.join("", SafeLine.marked(line, 399, 500)))
                .startsWith("x")
                .hasSizeLessThan(410)
                .contains("\u2026");
        assertThat(String.join("", SafeLine.marked(line, 700, 800)))
                .hasSizeLessThan(410)
                .contains("\u2026");
    }
}
