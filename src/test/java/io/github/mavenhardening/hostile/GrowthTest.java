package io.github.mavenhardening.hostile;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That the measure takes quadratic readers for what they are, and lets linear ones pass. */
@Tag("long")
class GrowthTest {

    private static final int SIZE = 256 * 1024;
    private static final Shape LINES = Shape.many("lines", "", "line\n", "");

    /** Where what a loop comes to ends up, so that it is not left out. */
    static long sum;

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.ISO_8859_1);
    }

    private static Stream<Arguments> soundReaders() {
        return Stream.of(
                Arguments.of("a loop", (Reader) input -> {
                    for (byte b : input) {
                        sum += b;
                    }
                }),
                Arguments.of("lines in a list", (Reader)
                        input -> sum += List.of(text(input).split("\n", -1)).size()),
                Arguments.of("a sort", (Reader) input -> {
                    int[] mixed = new int[input.length];
                    for (int i = 0; i < mixed.length; i++) {
                        mixed[i] = i * 0x9E3779B9;
                    }
                    Arrays.sort(mixed);
                    sum += mixed[0];
                }),
                Arguments.of("a tree", (Reader) input -> {
                    TreeMap<String, Integer> tree = new TreeMap<>();
                    for (int at = 0; at < input.length; at += 5) {
                        tree.put("key" + at * 0x9E3779B9, at);
                    }
                    sum += tree.size();
                }),
                Arguments.of("nothing", (Reader) input -> {}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("soundReaders")
    void soundReadersPass(String name, Reader reader) {
        assertThatCode(() -> Growth.assertWithSize(name, reader, LINES, SIZE)).doesNotThrowAnyException();
    }

    private static Stream<Arguments> quadraticReaders() {
        return Stream.of(
                Arguments.of("a search to the end for each line, which allocates nothing", (Reader) input -> {
                    String text = text(input);
                    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
                        sum += text.indexOf('=', at);
                    }
                }),
                Arguments.of("each line against each sixteenth", (Reader) input -> {
                    String[] lines = text(input).split("\n", -1);
                    for (String line : lines) {
                        for (int other = 0; other < lines.length; other += 16) {
                            sum += line.compareTo(lines[other]);
                        }
                    }
                }),
                Arguments.of("a text that is copied for each line", (Reader) input -> {
                    String joined = "";
                    for (String line : text(input).split("\n", -1)) {
                        joined += line;
                    }
                    sum += joined.length();
                }),
                Arguments.of("a buffer that grows by a thousand", (Reader) input -> {
                    byte[] buffer = new byte[0];
                    for (int at = 0; at < input.length; at += 100) {
                        buffer = Arrays.copyOf(buffer, buffer.length + 100);
                    }
                    sum += buffer.length;
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("quadraticReaders")
    void quadraticReadersAreFound(String name, Reader reader) {
        assertThatThrownBy(() -> Growth.assertWithSize(name, reader, LINES, SIZE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(name + ", lines");
    }

    @Test
    void whatAReaderThrowsIsTold() {
        Reader broken = input -> {
            throw new IllegalStateException("broken");
        };

        assertThatThrownBy(() -> Growth.assertWithSize("broken", broken, LINES, SIZE))
                .hasStackTraceContaining("IllegalStateException: broken");
    }
}
