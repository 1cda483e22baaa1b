package io.github.mavenhardening.core.yaml;

import static io.github.mavenhardening.core.yaml.YamlTexts.place;
import static io.github.mavenhardening.core.yaml.YamlTexts.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Span;
import org.junit.jupiter.api.Test;

/** Where parts of a scalar's value are written. */
class YamlScalarPlaceTest {

    @Test
    void inALiteralBlock() {
        YamlScalar run = scalar("""
                run: |  # why
                  first
                    indented ${{ x }}

                  last ${{ y }}
                """, "run");

        assertThat(run.value()).isEqualTo("first\n  indented ${{ x }}\n\nlast ${{ y }}\n");
        assertThat(where(run, "${{ x }}")).isEqualTo("3:14-3:22");
        assertThat(where(run, "${{ y }}")).isEqualTo("5:8-5:16");
        assertThat(where(run, "  indented")).isEqualTo("3:3-3:13");
    }

    @Test
    void inAFoldedBlock() {
        YamlScalar run = scalar("""
                run: >-
                  one
                  two ${{ x
                  }} three

                  four
                    more
                  five
                """, "run");

        assertThat(run.value()).isEqualTo("one two ${{ x }} three\nfour\n  more\nfive");
        assertThat(where(run, "${{ x }}")).isEqualTo("3:7-4:5");
        assertThat(where(run, "three")).isEqualTo("4:6-4:11");
        assertThat(where(run, "four")).isEqualTo("6:3-6:7");
        assertThat(where(run, "more")).isEqualTo("7:5-7:9");
        assertThat(where(run, "five")).isEqualTo("8:3-8:7");
    }

    @Test
    void withAnIndentationIndicator() {
        YamlScalar run = scalar("run: |2\n\n      deep\n  flat\n", "run");

        assertThat(run.value()).isEqualTo("\n    deep\nflat\n");
        assertThat(where(run, "    deep")).isEqualTo("3:3-3:11");
        assertThat(where(run, "flat")).isEqualTo("4:3-4:7");
    }

    @Test
    void theLineBreaksThatEndABlock() {
        YamlScalar kept = scalar("run: |+\n  x\n\n \nb: 1", "run");

        assertThat(kept.value()).isEqualTo("x\n\n\n");
        assertThat(place(kept.spanOf(1, 2))).isEqualTo("2:4-3:1");
        assertThat(place(kept.spanOf(3, 4))).isEqualTo("4:2-5:1");
        assertThat(place(kept.spanOf(4, 4))).isEqualTo("5:1-5:1");
        YamlScalar clipped = scalar("run: |\r\n  x\r\n\r\nb: 1", "run");
        assertThat(clipped.value()).isEqualTo("x\n");
        assertThat(clipped.source().slice(clipped.spanOf(1, 2))).isEqualTo("\r\n");
    }

    @Test
    void inPlainTextOverLines() {
        YamlScalar plain = scalar("a: one   # no\n", "a");
        YamlScalar folded = scalar("a: one  \n    two\n\n  three\n", "a");

        assertThat(where(plain, "one")).isEqualTo("1:4-1:7");
        assertThat(folded.value()).isEqualTo("one two\nthree");
        assertThat(where(folded, "two")).isEqualTo("2:5-2:8");
        assertThat(where(folded, "three")).isEqualTo("4:3-4:8");
        assertThat(place(folded.spanOf(3, 4))).isEqualTo("1:7-2:5");
    }

    @Test
    void throughQuotesAndEscapes() {
        YamlScalar twice = scalar("a: 'it''s ${{ x }}'", "a");
        YamlScalar escaped = scalar("a: \"\\t\\u00e9\\U0001F600\\x41 ${{ \\\"y\\\" }}\\\n    z\"", "a");

        assertThat(where(twice, "s")).isEqualTo("1:9-1:10");
        assertThat(twice.source().slice(twice.spanOf(2, 3))).isEqualTo("''");
        assertThat(escaped.value()).isEqualTo("\té\uD83D\uDE00A ${{ \"y\" }}z");
        assertThat(escaped.source().slice(escaped.spanOf(1, 2))).isEqualTo("\\u00e9");
        assertThat(escaped.source().slice(escaped.spanOf(2, 4))).isEqualTo("\\U0001F600");
        assertThat(escaped.source().slice(escaped.spanOf(4, 5))).isEqualTo("\\x41");
        assertThat(escaped.source().slice(escaped.spanOf(6, 16))).isEqualTo("${{ \\\"y\\\" }}");
        assertThat(where(escaped, "z")).isEqualTo("2:5-2:6");
        // YAML 1.2 has this one, SnakeYAML is of 1.1.
        YamlScalar slashes = scalar("a: \"b\\/c\"", "a");
        assertThat(slashes.value()).isEqualTo("b/c");
        assertThat(where(slashes, "c")).isEqualTo("1:8-1:9");
    }

    @Test
    void columnsCountCodePoints() {
        YamlScalar emoji = scalar("a: '\uD83D\uDE00\uD83D\uDE00 ${{ x }}'", "a");

        assertThat(where(emoji, "${{ x }}")).isEqualTo("1:8-1:16");
        assertThat(emoji.spanOf(0, 2).end() - emoji.spanOf(0, 2).start()).isEqualTo(2);
    }

    @Test
    void theEndsOfAValue() {
        assertThat(place(scalar("a: ''", "a").spanOf(0, 0))).isEqualTo("1:5-1:5");
        assertThat(place(scalar("a: 'x'", "a").spanOf(1, 1))).isEqualTo("1:6-1:6");
        assertThat(place(scalar("a:", "a").spanOf(0, 0))).isEqualTo("1:3-1:3");
        assertThat(place(scalar("a: x", "a").spanOf(0, 99))).isEqualTo("1:4-1:5");
        assertThat(place(scalar("a: |-\n\nb: 1", "a").spanOf(0, 0))).isEqualTo("1:6-1:6");
    }

    @Test
    void linesThatOnlyYamlSees() {
        YamlScalar literal = scalar("a: |\n  x\u2028  y\u0085  z\n", "a");

        assertThat(literal.value()).isEqualTo("x\u2028y\nz\n");
        assertThat(literal.source().slice(literal.spanOf(2, 3))).isEqualTo("y");
        assertThat(literal.source().slice(literal.spanOf(4, 5))).isEqualTo("z");
    }

    private static String where(YamlScalar scalar, String part) {
        int from = scalar.value().indexOf(part);
        Span span = scalar.spanOf(from, from + part.length());
        return place(span);
    }
}
