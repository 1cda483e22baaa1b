package io.github.mavenhardening.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each character of each scalar stands where {@link YamlScalar#spanOf} says, whatever the style. */
class YamlScalarPropertyTest {

    private static final Path CONFORMANCE = Path.of("..", "shared", "conformance");
    private static final int ROUNDS = 4_000;
    private static final List<String> COMMON = List.of(
            "a",
            "bc",
            "é",
            "\uD83D\uDE00",
            " ",
            "  ",
            "#",
            " #",
            "${{ x }}",
            ":",
            "- ",
            "%",
            "@",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\u2028",
            "\u0085",
            "\n ",
            "\n   ",
            "x",
            "y");

    @ParameterizedTest
    @EnumSource(YamlScalar.Style.class)
    void inRandomScalars(YamlScalar.Style style) {
        Random random = new Random(20_261_122L + style.name().hashCode());
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = document(style, random);
            YamlDocument document;
            try {
                document = YamlDocument.parse(SourceFile.of("random.yml", text));
            } catch (UnreadableFileException e) {
                continue;
            }
            List<YamlScalar> scalars = YamlTexts.scalars(document);
            assertThat(scalars).isNotEmpty();
            scalars.forEach(YamlScalarPropertyTest::assertPlaces);
            read += scalars.stream()
                            .anyMatch(scalar ->
                                    scalar.style() == style && !scalar.value().isEmpty())
                    ? 1
                    : 0;
        }
        assertThat(read).as("documents that hold such a scalar").isGreaterThan(ROUNDS / 4);
    }

    @Test
    void inRealFiles() throws IOException {
        int expressions = 0;
        for (String folder : List.of("workflows/fixtures", "repositories")) {
            Path root = CONFORMANCE.resolve(folder);
            assumeTrue(Files.isDirectory(root), () -> "no conformance inputs at " + root);
            for (Path file : yamlFiles(root)) {
                expressions += expressionsOf(file);
            }
        }
        assertThat(expressions).as("expressions found at their place").isGreaterThan(1_000);
    }

    private static int expressionsOf(Path file) throws IOException {
        YamlDocument document;
        try {
            document = YamlDocument.parse(SourceFile.decode("f.yml", Files.readAllBytes(file)));
        } catch (UnreadableFileException e) {
            assertThat(e.location().span()).as("%s", file).isPresent();
            return 0;
        }
        int found = 0;
        for (YamlScalar scalar : YamlTexts.scalars(document)) {
            assertPlaces(scalar);
            int from = scalar.value().indexOf("${{");
            while (from >= 0) {
                int end = scalar.value().indexOf("}}", from);
                int to = end < 0 ? scalar.value().length() : end + 2;
                String written = scalar.source().slice(scalar.spanOf(from, to));
                assertThat(written.replaceAll("\\s+", " "))
                        .as("%s in %s", scalar, file)
                        .isEqualTo(scalar.value().substring(from, to).replaceAll("\\s+", " "));
                found++;
                from = scalar.value().indexOf("${{", to);
            }
        }
        return found;
    }

    private static List<Path> yamlFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".yml") || file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static void assertPlaces(YamlScalar scalar) {
        int last = 0;
        for (int i = 0; i < scalar.value().length(); i++) {
            var span = scalar.spanOf(i, i + 1);
            String written = scalar.source().slice(span);
            assertThat(isWritten(scalar.style(), scalar.value().charAt(i), written, i, scalar.value()))
                    .as(
                            "character %d of %s is written as [%s]%nin [%s]",
                            i, scalar, written, scalar.source().text())
                    .isTrue();
            assertThat(span.start()).as("order in %s", scalar).isGreaterThanOrEqualTo(last);
            boolean half = written.startsWith("\\U")
                    && Character.isHighSurrogate(scalar.value().charAt(i));
            last = half ? span.start() : span.end();
        }
    }

    private static boolean isWritten(YamlScalar.Style style, char c, String written, int at, String value) {
        if (written.equals(String.valueOf(c))) {
            return true;
        }
        boolean lineBreak =
                written.equals("\n") || written.equals("\r\n") || written.equals("\r") || written.equals("\u0085");
        if (c == '\n' && lineBreak) {
            return true;
        }
        boolean block = style == YamlScalar.Style.LITERAL || style == YamlScalar.Style.FOLDED;
        if (c == ' ' && style == YamlScalar.Style.FOLDED) {
            return lineBreak;
        }
        if (c == ' ' && !block && written.chars().anyMatch(w -> "\r\n\u0085".indexOf(w) >= 0)) {
            return written.chars().allMatch(w -> " \t\r\n\u0085".indexOf(w) >= 0);
        }
        return switch (style) {
            case SINGLE_QUOTED -> c == '\'' && written.equals("''");
            case DOUBLE_QUOTED -> isEscape(c, written, at, value);
            default -> false;
        };
    }

    private static boolean isEscape(char c, String written, int at, String value) {
        if (written.startsWith("\\U")) {
            int start = Character.isLowSurrogate(c) ? at - 1 : at;
            return value.codePointAt(start) == Integer.parseInt(written.substring(2), 16);
        }
        if (written.startsWith("\\u") || written.startsWith("\\x")) {
            return c == Integer.parseInt(written.substring(2), 16);
        }
        return switch (written) {
            case "\\n" -> c == '\n';
            case "\\t" -> c == '\t';
            case "\\\\" -> c == '\\';
            case "\\\"" -> c == '"';
            case "\\ " -> c == ' ';
            case "\\0" -> c == '\0';
            case "\\_" -> c == '\u00A0';
            case "\\L" -> c == '\u2028';
            default -> false;
        };
    }

    private static String document(YamlScalar.Style style, Random random) {
        String lineBreak = random.nextInt(4) == 0 ? "\r\n" : "\n";
        String prefix = random.nextBoolean() ? "k: " : "\uD83D\uDE00:" + lineBreak + "  - ";
        String properties = random.nextInt(8) == 0 ? "&a !!str " : "";
        String value = switch (style) {
            case PLAIN -> "p" + pieces(random, List.of("'", "\"", "\\"));
            case SINGLE_QUOTED -> "'" + pieces(random, List.of("''", "\"", "\\", "\t")) + "'";
            case DOUBLE_QUOTED ->
                "\""
                        + pieces(
                                random,
                                List.of(
                                        "\\n",
                                        "\\t",
                                        "\\\\",
                                        "\\\"",
                                        "\\ ",
                                        "\\0",
                                        "\\_",
                                        "\\L",
                                        "\\x41",
                                        "\\u00e9",
                                        "\\U0001F600",
                                        "\\U00000041",
                                        "\\\n",
                                        "\\\r\n  ",
                                        "\\\n\n",
                                        "'",
                                        "\t"))
                        + "\"";
            case LITERAL -> "|" + block(random, lineBreak);
            case FOLDED -> ">" + block(random, lineBreak);
        };
        return prefix + properties + value + lineBreak;
    }

    private static String pieces(Random random, List<String> own) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(9);
        for (int i = 0; i < count; i++) {
            List<String> from = random.nextInt(3) == 0 ? own : COMMON;
            String piece = from.get(random.nextInt(from.size()));
            // A line that goes on is indented.
            text.append(piece.matches("(?s).*[\\n\\r\\u2028\\u0085]") ? piece + "      " : piece);
        }
        return text.toString();
    }

    private static String block(Random random, String lineBreak) {
        StringBuilder text = new StringBuilder();
        boolean indicator = random.nextInt(3) == 0;
        text.append(indicator ? "4" : "").append(List.of("", "-", "+").get(random.nextInt(3)));
        text.append(random.nextInt(4) == 0 ? " # a comment" : "");
        int lines = random.nextInt(7);
        for (int i = 0; i < lines; i++) {
            String extra = " ".repeat(random.nextInt(4) == 0 ? random.nextInt(4) : 0);
            String line = pieces(random, List.of("\\n", "'", "\"", "\t")).replaceAll("[\\n\\r]+", lineBreak + "      ");
            boolean blank = random.nextInt(4) == 0;
            text.append(lineBreak).append(blank ? " ".repeat(random.nextInt(9)) : "      " + extra + line);
        }
        return text.toString();
    }
}
