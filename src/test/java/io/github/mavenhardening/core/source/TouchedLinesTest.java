package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TouchedLinesTest {

    private static BitSet touched(String before, String after) {
        return TouchedLines.of(SourceFile.of("a", before), SourceFile.of("a", after));
    }

    /** A letter is a line. */
    private static String lines(String letters) {
        return letters.chars().mapToObj(c -> (char) c + "\n").collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    abc, abc, {}
                    abc, abXc, {3}
                    abc, Xabc, {1}
                    abc, abcX, {4}
                    abc, aXc, {2}
                    abcdef, aXcdYf, '{2, 5}'
                    aabb, aaabb, {3}
                    abab, abXab, {3}
                    abc, ac, '{1, 2}'
                    abcd, bcd, {1}
                    abcd, abc, '{3, 4}'
                    abc, '', {1}
                    abcd, dabc, '{1, 4, 5}'
                    abcdefgh, aXbcdeYfgh, '{2, 7}'
                    xxayyb, xxayyyb, {6}
                    """)
    void findsLinesThatTheEarlierVersionHasNot(String before, String after, String expected) {
        assertThat(touched(lines(before), lines(after)).toString()).isEqualTo(expected);
    }

    @Test
    void doesNotCountLineBreaks() {
        assertThat(touched("a\nb\n", "a\r\nb\r\n").isEmpty()).isTrue();
    }

    /** Whatever is not touched stands in the same order in the earlier version. */
    @Test
    void leavesOutOnlyLinesOfTheEarlierVersion() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String before = random(random);
            String after = random(random);
            BitSet touched = touched(lines(before), lines(after));
            StringBuilder untouched = new StringBuilder();
            for (int i = 0; i < after.length(); i++) {
                if (!touched.get(i + 1)) {
                    untouched.append(after.charAt(i));
                }
            }
            int at = 0;
            for (char letter : untouched.toString().toCharArray()) {
                at = before.indexOf(letter, at) + 1;
                assertThat(at).as(before + " " + after + " " + untouched).isPositive();
            }
            assertThat(before.equals(after)).isEqualTo(touched.isEmpty());
        }
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append((char) ('a' + random.nextInt(6)));
        }
        return text.toString();
    }

    /** No input takes long: equal lines, reversed lines, lines that all differ. */
    @Test
    void isQuickWithAnyText() {
        int size = 200_000;
        StringBuilder forwards = new StringBuilder();
        StringBuilder backwards = new StringBuilder();
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < size; i++) {
            forwards.append(i).append('\n');
            backwards.append(size - i).append('\n');
            pairs.append(i % 2).append('\n').append(i / 3).append('\n');
        }
        long start = System.nanoTime();
        touched(forwards.toString(), backwards.toString());
        touched(pairs.toString(), forwards.toString());
        touched("a\n".repeat(size), "a\nb\n".repeat(size));
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(20_000);
    }
}
