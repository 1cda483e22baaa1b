package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static final int WIDTH = 60;

    /** The excerpt of what stands between two guillemets. */
    private static List<String> of(String marked) {
        int start = marked.indexOf('«');
        int end = marked.indexOf('»') - 1;
        SourceFile file = SourceFile.of("a.yml", marked.replace("«", "").replace("»", ""));
        return Excerpt.of(file.text(), file.span(start, end), WIDTH);
    }

    @Test
    void namesNoPassword() {
        assertThat(of("url: «https://bob:secret@repo.example.org»"))
                .containsExactly(
                        "     1 | url: https://**********@repo.example.org",
                        "       |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^");
    }

    @Test
    void marksWhatIsMeant() {
        assertThat(of("a: b\nuses: «actions/cache@v4» # v4\n"))
                .containsExactly("     2 | uses: actions/cache@v4 # v4", "       |       ^^^^^^^^^^^^^^^^");
    }

    @Test
    void marksAPlaceWithoutLength() {
        assertThat(of("«»a: b")).containsExactly("     1 | a: b", "       | ^");
        assertThat(of("a: b«»")).containsExactly("     1 | a: b", "       |     ^");
        assertThat(of("«»")).containsExactly("     1 | ", "       | ^");
    }

    @Test
    void findsAPlaceByLineAndColumn() {
        assertThat(Excerpt.of("a\r\nb: \ud83d\ude00c\r\nd", Span.at(2, 5), WIDTH))
                .containsExactly("     2 | b: \ud83d\ude00c", "       |      ^");
        // What ends too early is marked where it ends.
        assertThat(Excerpt.of("a\n{\"b\": ", Span.at(2, 90), WIDTH))
                .containsExactly("     2 | {\"b\": ", "       |       ^");
        // Silent: another file than the one that was looked at.
        assertThat(Excerpt.of("a\n", Span.at(9, 1), WIDTH)).isEmpty();
        assertThat(Excerpt.of("a: b", Span.at(1, 1), WIDTH)).containsExactly("     1 | a: b", "       | ^");
    }

    @Test
    void marksToTheEndOfTheFirstLine() {
        assertThat(of("run: «|\r\n  one\r\n  two»\r\n")).containsExactly("     1 | run: |", "       |      ^");
    }

    @Test
    void takesTabsForBlanks() {
        assertThat(of("\t«x»")).containsExactly("     1 |     x", "       |     ^");
        assertThat(of("a\t\t«x»")).containsExactly("     1 | a       x", "       |         ^");
        assertThat(of("«a\tb»")).containsExactly("     1 | a   b", "       | ^^^^^");
    }

    @Test
    void showsWhatATerminalWouldObey() {
        assertThat(of("\u001b[2J«x»\u202e")).containsExactly("     1 | \\u001b[2Jx\\u202e", "       |          ^");
        assertThat(of("«\u200b»x")).containsExactly("     1 | \\u200bx", "       | ^^^^^^");
        assertThat(of("\u0085«x»")).containsExactly("     1 | \\u0085x", "       |       ^");
    }

    @Test
    void standsBelowWideAndCombiningCharacters() {
        assertThat(of("漢字«x»")).containsExactly("     1 | 漢字x", "       |     ^");
        assertThat(of("e\u0301«x»")).containsExactly("     1 | e\u0301x", "       |  ^");
        assertThat(of("«\ud83d\ude00»x")).containsExactly("     1 | \ud83d\ude00x", "       | ^^");
    }

    @Test
    void cutsALongLineAroundWhatIsMeant() {
        assertThat(of("a".repeat(500) + "«x»" + "b".repeat(500)))
                .containsExactly(
                        "     1 | \u2026" + "a".repeat(17) + "x" + "b".repeat(31) + "\u2026",
                        "       | " + " ".repeat(18) + "^");
        assertThat(of("«x»" + "b".repeat(500)).get(0)).hasSize(WIDTH - 1).endsWith("b\u2026");
        assertThat(of("a".repeat(500) + "«x»"))
                .containsExactly("     1 | \u2026" + "a".repeat(17) + "x", "       | " + " ".repeat(18) + "^");
        assertThat(of("a".repeat(300) + "«" + "x".repeat(300) + "»b"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
    }

    @Test
    void readsNoMoreOfALineThanItShows() {
        String line = "\u001b".repeat(2_000_000);
        SourceFile file = SourceFile.of("a.yml", line + "x");

        assertThat(Excerpt.of(file.text(), file.span(1_000_000, 2_000_000), WIDTH))
                .allSatisfy(shown -> assertThat(shown.length()).isLessThanOrEqualTo(WIDTH));
    }

    @Test
    void isNothingWhereTheFileIsAnother() {
        assertThat(Excerpt.of("a", new Span(50, 60, 9, 1, 9, 10), WIDTH)).isEmpty();
        assertThat(Excerpt.of("a", new Span(50, 60, 1, 40, 1, 50), WIDTH)).isEmpty();
    }
}
