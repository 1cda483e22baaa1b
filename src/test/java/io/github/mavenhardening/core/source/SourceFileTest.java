package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mavenhardening.core.finding.Span;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFileTest {

    @Test
    void linesEndAtEveryKindOfBreak() {
        SourceFile file = SourceFile.of("f", "one\ntwo\r\nthree\rfour\r\r\n\nlast");

        assertThat(file.lineCount()).isEqualTo(7);
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(file::line))
                .containsExactly("one", "two", "three", "four", "", "", "last");
        assertThat(file.lineOf(3)).isEqualTo(1);
        assertThat(file.lineOf(4)).isEqualTo(2);
        assertThat(file.lineOf(8)).isEqualTo(2);
        assertThat(file.lineOf(file.text().length())).isEqualTo(7);
        assertThat(file.lineStart(4)).isEqualTo(15);
    }

    @Test
    void aBreakAtTheEndBeginsAnEmptyLine() {
        assertThat(SourceFile.of("f", "a\n").lineCount()).isEqualTo(2);
        assertThat(SourceFile.of("f", "a\r").line(2)).isEmpty();
        assertThat(SourceFile.of("f", "").lineCount()).isEqualTo(1);
        assertThat(SourceFile.of("f", "").line(1)).isEmpty();
    }

    @Test
    void columnsCountCodePoints() {
        SourceFile file = SourceFile.of("f", "a\uD83D\uDE00b\n\uD83D\uDE00\uD83D\uDE00c");

        Span b = file.span(3, 4);
        Span c = file.span(9, 10);
        assertThat(b).isEqualTo(new Span(3, 4, 1, 3, 1, 4));
        assertThat(c).isEqualTo(new Span(9, 10, 2, 3, 2, 4));
        assertThat(file.span(1, 9)).isEqualTo(new Span(1, 9, 1, 2, 2, 3));
        assertThat(file.slice(b)).isEqualTo("b");
        assertThat(file.at(c).path()).isEqualTo("f");
    }

    @Test
    void offsetsOfCodePointsAgreeWithTheText() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(40), 0, 4)
                    .forEach(i -> text.append(new String[] {"a", "é", "\uD83D\uDE00", "\n"}[i]));
            SourceFile file = SourceFile.of("f", text.toString());
            int codePoints = file.text().codePointCount(0, file.text().length());
            for (int n = 0; n <= codePoints; n++) {
                int offset = file.text().offsetByCodePoints(0, n);
                int lineStart = file.lineStart(file.lineOf(offset));
                assertThat(file.offsetOfCodePoint(n)).isEqualTo(offset);
                assertThat(file.span(offset, offset).column())
                        .isEqualTo(1 + file.text().codePointCount(lineStart, offset));
            }
            assertThat(file.offsetOfCodePoint(codePoints + 5))
                    .isEqualTo(file.text().length());
        }
    }

    @Test
    void aLoneSurrogateIsOneCodePoint() {
        SourceFile file = SourceFile.of("f", "\uD83Da\uDE00b");

        assertThat(file.span(3, 4).column()).isEqualTo(4);
        assertThat(file.offsetOfCodePoint(3)).isEqualTo(3);
    }

    @Test
    void aByteOrderMarkIsLeftOutOnce() throws UnreadableFileException {
        SourceFile file = SourceFile.decode("f", "\uFEFF\uFEFFa".getBytes(StandardCharsets.UTF_8));

        assertThat(file.text()).isEqualTo("\uFEFFa");
    }

    @ParameterizedTest
    @CsvSource({
        "ff, 1, 1", // no UTF-8 at all
        "61 0a 62 80 63, 2, 2", // a continuation without a start
        "61 c3, 1, 2", // cut off
        "c0 80, 1, 1", // an overlong NUL
        "ed a0 80, 1, 1", // a surrogate
        "f4 90 80 80, 1, 1", // beyond Unicode
        "ef bb bf 61 ff, 1, 2", // after a byte order mark
        "f0 9f 98 80 0d 0a 61 ff, 2, 2", // after a code point of two units
        "ff fe 61 00, 1, 1", // UTF-16
    })
    void whatIsNotUtf8IsRefusedWithItsPlace(String hex, int line, int column) {
        UnreadableFileException refusal =
                catchThrowableOfType(UnreadableFileException.class, () -> SourceFile.decode("f", bytes(hex)));

        assertThat(refusal.reason()).isEqualTo("not UTF-8 text");
        assertThat(refusal.location().line()).isEqualTo(line);
        assertThat(refusal.location().column()).isEqualTo(column);
        assertThat(refusal).hasMessage("f: not UTF-8 text");
    }

    @Test
    void textIsDecodedToTheLetter() throws UnreadableFileException {
        String text = "a\0\r\n\té\u2028\uFFFD\uD83D\uDE00";

        assertThat(SourceFile.decode("f", text.getBytes(StandardCharsets.UTF_8)).text())
                .isEqualTo(text);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
