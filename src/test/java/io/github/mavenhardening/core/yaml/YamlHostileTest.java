package io.github.mavenhardening.core.yaml;

import static io.github.mavenhardening.core.yaml.YamlTexts.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, it is read or refused with a place, in bounded time. */
class YamlHostileTest {

    /** Far above what any of these takes: a hang fails, a slow machine does not. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static final Path FIXTURES = Path.of("..", "shared", "conformance", "workflows", "fixtures");

    private static final String WORKFLOW = """
            %YAML 1.1
            %TAG !e! tag:example.org,2000:
            ---
            # \uD83D\uDE00 a workflow
            on: {push: {branches: [main, "re\\u006cease/**", 'it''s']}}
            env: &env
              A: !!str 1
              B: !e!x "\\U0001F600\\x41\\
                go on"
            jobs:
              build:
                env: *env
                ? [complex]
                : x
                steps:
                  - uses: actions/checkout@v4 # v4.2.0
                  - run: |2-
                        echo "${{ github.event.issue.title }}"

                      done
                  - run: >+
                      folded ${{ a }}
                      text

                  - <<: *env
            ...
            ---
            second: document
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`a: *x`               | 1 | 4 | the alias names no anchor before it",
                "`a: &x\n  b: *x`      | 2 | 6 | the alias leads to itself",
                "`&x [*x]`             | 1 | 5 | the alias leads to itself",
                "`a: b: c`             | 1 | 5 | not YAML: mapping values are not allowed here",
                "`a:\n\tb: c`          | 2 | 1 | not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)",
                "`a: '\uD83D\uDE00`    | 1 | 6 | not YAML: found unexpected end of stream",
                "`\uD83D\uDE00: @x`    | 1 | 4 | not YAML: found character '@' that cannot start any token. (Do not use @ for indentation)",
                "`a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n` | 2 | 1 | not YAML: an unresolved merge conflict begins here",
                "`a: b: c\n<<<<<<< HEAD` | 1 | 5 | not YAML: mapping values are not allowed here",
                "`a: 1\n---\nb: [`     | 3 | 5 | not YAML: expected the node content, but found '<stream end>'",
            })
    void isRefusedWithItsPlace(String text, int line, int column, String reason) {
        UnreadableFileException refusal = refusal(text);

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.location().line()).isEqualTo(line);
        assertThat(refusal.location().column()).isEqualTo(column);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\0', '\u0007', '\u001B', '\u007F', '\u0080', '\uFFFE'})
    void aControlCharacterIsRefusedWhereItStands(char c) {
        UnreadableFileException refusal = refusal("a: b\n# \uD83D\uDE00\nc: x" + c + "y\nd: [");

        assertThat(refusal.reason()).isEqualTo("not YAML: it holds a control character");
        assertThat(YamlTexts.place(refusal.location().span().orElseThrow())).isEqualTo("3:5-3:5");
    }

    @Test
    void aControlCharacterFarInIsFoundToo() {
        UnreadableFileException refusal = refusal("a: b\n".repeat(50_000) + "\u0007");

        assertThat(refusal.location().line()).isEqualTo(50_001);
    }

    @Test
    void collectionsMayNestAHundredDeep() {
        int limit = YamlComposer.DEPTH_LIMIT;

        assertThat(parse("[".repeat(limit) + "]".repeat(limit)).root()).isPresent();
        assertThat(refusal("[".repeat(limit + 1) + "]".repeat(limit + 1)).reason())
                .isEqualTo("collections nest deeper than 100");
        assertThat(refusal("a:\n - ".repeat(1) + "- ".repeat(limit) + "x")
                        .location()
                        .line())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "- ", "? ", "{a: ", "[{", "!a [", "&a [", "'", "\"", "|\n"})
    void endlessOpeningsAreRefusedSoon(String opening) {
        String text = opening.repeat(1_000_000 / opening.length());

        assertTimeoutPreemptively(BOUND, () -> assertRefusedOrRead(SourceFile.of("f.yml", text)));
    }

    @Test
    void aliasesMayNotNestDeeperThanCollectionsMay() {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i <= 150; i++) {
            text.append("a%d: &a%d [*a%d]%n".formatted(i, i, i - 1));
        }

        assertThat(refusal(text.toString()).reason()).isEqualTo("collections nest deeper than 100");
    }

    @Test
    void aBillionLaughsAreRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 lol\n");
        for (int i = 1; i <= 40; i++) {
            text.append("a%d: &a%d [%s*a%d]%n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9), i - 1));
        }

        UnreadableFileException refusal = assertTimeoutPreemptively(BOUND, () -> refusal(text.toString()));
        assertThat(refusal.reason()).isEqualTo("it holds more than 7468 values once its aliases are unfolded");
    }

    @Test
    void manyAliasesOfAHugeTextAreRefused() {
        String text = "a: &a " + "x".repeat(1_000_000) + "\nb: [" + "*a, ".repeat(1_000) + "*a]\n";

        assertThat(refusal(text).reason()).contains("more than 1000000 values");
    }

    @Test
    void aliasesInModestNumberAreRead() {
        YamlDocument document = parse("a: &a [1, 2, 3]\nb: [" + "*a, ".repeat(10_000) + "*a]\n");

        assertThat(document.mapping().orElseThrow().sequence("b").orElseThrow().items())
                .hasSize(10_001);
    }

    @Test
    void placesInAHugeLineAreFoundInBoundedTime() {
        String expressions = "\uD83D\uDE00 ${{ x }} ".repeat(100_000);

        assertTimeoutPreemptively(BOUND, () -> {
            YamlScalar scalar = YamlTexts.scalar("a: '" + expressions + "'", "a");
            int last = 0;
            for (int at = scalar.value().indexOf("${{");
                    at >= 0;
                    at = scalar.value().indexOf("${{", at + 1)) {
                last = scalar.spanOf(at, at + 8).column();
            }
            assertThat(last).isEqualTo(5 + 99_999 * 11 + 2);
        });
    }

    @Test
    void aHugeFlowLineIsReadInBoundedTime() {
        String text = "[" + "\uD83D\uDE00, ".repeat(300_000) + "]";

        assertTimeoutPreemptively(BOUND, () -> {
            YamlSequence root = (YamlSequence) parse(text).root().orElseThrow();
            assertThat(root.items()).hasSize(300_000);
            assertThat(root.items().get(299_999).site().column()).isEqualTo(2 + 299_999 * 3);
        });
    }

    @Test
    void mutantsAreReadOrRefused() {
        assertTimeoutPreemptively(BOUND.multipliedBy(3), () -> {
            Random random = new Random(42);
            byte[] original = WORKFLOW.getBytes(StandardCharsets.UTF_8);
            assertThat(parse(WORKFLOW).problems()).hasSize(3);
            int refused = 0;
            for (int round = 0; round < 5_000; round++) {
                refused += mutate(original, random) ? 1 : 0;
            }
            assertThat(refused).isBetween(500, 4_500);
        });
    }

    @Test
    void mutantsOfRealFilesAreReadOrRefused() throws IOException {
        assumeTrue(Files.isDirectory(FIXTURES), () -> "no conformance inputs at " + FIXTURES);
        List<Path> files;
        try (Stream<Path> all = Files.walk(FIXTURES)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        assertTimeoutPreemptively(BOUND.multipliedBy(3), () -> {
            Random random = new Random(7);
            for (Path file : files) {
                byte[] original = Files.readAllBytes(file);
                for (int round = 0; round < 10 && original.length > 0; round++) {
                    mutate(original, random);
                }
            }
        });
        assertThat(files).isNotEmpty();
    }

    /** Whether the mutant was refused. */
    private static boolean mutate(byte[] original, Random random) {
        byte[] bytes =
                random.nextInt(4) == 0 ? Arrays.copyOf(original, random.nextInt(original.length)) : original.clone();
        String signs = "\n\r\t #:-?!&*[]{}|>'\"%@`\\,~<=0aU";
        int changes = bytes.length == 0 ? 0 : random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = random.nextInt(5) == 0
                    ? (byte) random.nextInt(256)
                    : (byte) signs.charAt(random.nextInt(signs.length()));
        }
        try {
            return assertRefusedOrRead(SourceFile.decode("f.yml", bytes));
        } catch (UnreadableFileException e) {
            assertThat(e.location().span()).isPresent();
            return true;
        }
    }

    private static boolean assertRefusedOrRead(SourceFile source) {
        try {
            YamlDocument document = YamlDocument.parse(source);
            for (YamlScalar scalar : YamlTexts.scalars(document)) {
                int length = scalar.value().length();
                assertThat(scalar.spanOf(0, length).end())
                        .isLessThanOrEqualTo(source.text().length());
            }
            return false;
        } catch (UnreadableFileException e) {
            assertThat(e.location().path()).isEqualTo("f.yml");
            assertThat(e.location().span()).isPresent();
            assertThat(e.reason()).isNotBlank().hasSizeLessThan(300).doesNotContain("\n");
            return true;
        }
    }

    private static UnreadableFileException refusal(String text) {
        SourceFile source = SourceFile.of("f.yml", text);
        UnreadableFileException refusal =
                catchThrowableOfType(UnreadableFileException.class, () -> YamlDocument.parse(source));
        assertThat(refusal).as("a refusal of the text").isNotNull();
        return refusal;
    }
}
