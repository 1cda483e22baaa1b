package io.github.mavenhardening.core.yaml;

import static io.github.mavenhardening.core.yaml.YamlTexts.mapping;
import static io.github.mavenhardening.core.yaml.YamlTexts.parse;
import static io.github.mavenhardening.core.yaml.YamlTexts.place;
import static io.github.mavenhardening.core.yaml.YamlTexts.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where keys, values and collections are written. */
class YamlSpanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "key: plain text # c      | plain text      | 1:6-1:16",
                "key: 'it''s'             | 'it''s'         | 1:6-1:13",
                "key: \"a\\tb\"           | \"a\\tb\"       | 1:6-1:12",
                "\uD83D\uDE00: x          | x               | 1:4-1:5",
                "key: \uD83D\uDE00 ok     | \uD83D\uDE00 ok | 1:6-1:10",
                "key: &anchor value       | value           | 1:14-1:19",
                "key: !!str 12            | 12              | 1:12-1:14",
                "key: !!str &a 12         | 12              | 1:15-1:17",
                "key: &a !!str '12'       | '12'            | 1:15-1:19",
                "key: {a: 1, b: [2]} # c  | {a: 1, b: [2]}  | 1:6-1:20",
                "key: &x [a, b]           | [a, b]          | 1:9-1:15",
                "key: &x !!seq [a, b]     | [a, b]          | 1:15-1:21",
                "key: [{a: b}: c]         | [{a: b}: c]     | 1:6-1:17",
                "key: [[a]: c]            | [[a]: c]        | 1:6-1:14",
                "key: []                  | []              | 1:6-1:8",
                "key: {}                  | {}              | 1:6-1:8",
                "key:                     | ``              | 1:5-1:5",
                "key: &a                  | ``              | 1:8-1:8",
                "key: ''                  | ''              | 1:6-1:8",
            })
    void aValueOnItsLine(String text, String written, String place) {
        YamlDocument document = parse(text);
        YamlNode value = document.mapping().orElseThrow().entries().get(0).value();

        assertThat(document.source().slice(value.span())).isEqualTo(written == null ? "" : written);
        assertThat(place(value.span())).isEqualTo(place);
    }

    @Test
    void thePairInAFlowSequenceEndsAtItsValue() {
        for (String pair : new String[] {"{a: b}: c", "[a]: c", "a: [c]", "a: {b: c}"}) {
            YamlDocument document = parse("[" + pair + "]");
            YamlSequence sequence = (YamlSequence) document.root().orElseThrow();

            assertThat(document.source().slice(sequence.items().get(0).value().span()))
                    .isEqualTo(pair);
        }
    }

    @Test
    void aBlockMappingWhoseFirstKeyIsAFlowCollectionEndsAtItsLastChild() {
        YamlDocument document = parse("outer:\n  {a: b}: c\n  d: e\n\nnext: f\n");

        assertThat(document.source().slice(value(document, "outer").span())).isEqualTo("{a: b}: c\n  d: e");
    }

    @Test
    void blockCollectionsEndAtTheirLastChild() {
        YamlDocument document = parse("""
                jobs:
                  build:
                    steps:
                    - uses: a/b@v1

                    - run: |
                        echo

                # trailing

                  other: &o
                    x: 1
                """);
        YamlMapping jobs = document.mapping().orElseThrow().mapping("jobs").orElseThrow();
        YamlMapping build = jobs.mapping("build").orElseThrow();
        YamlSequence steps = build.sequence("steps").orElseThrow();

        assertThat(place(jobs.span())).isEqualTo("2:3-12:9");
        assertThat(place(build.span())).isEqualTo("3:5-7:13");
        assertThat(place(steps.span())).isEqualTo("4:5-7:13");
        assertThat(place(steps.items().get(0).value().span())).isEqualTo("4:7-4:19");
        assertThat(place(steps.items().get(1).value().span())).isEqualTo("6:7-7:13");
        assertThat(place(jobs.get("other").orElseThrow().span())).isEqualTo("12:5-12:9");
    }

    @Test
    void aBlockScalarRunsFromItsIndicatorToItsLastLineOfText() {
        assertThat(place(scalar("a: |\n  x\n  y\n\nb: 1", "a").span())).isEqualTo("1:4-3:4");
        assertThat(place(scalar("a: >-\n  x\n\n\n", "a").span())).isEqualTo("1:4-2:4");
        assertThat(place(scalar("a: |+ # why\n  x\n\n\nb: 1", "a").span())).isEqualTo("1:4-2:4");
        assertThat(place(scalar("a: |2-\n    x", "a").span())).isEqualTo("1:4-2:6");
        assertThat(place(scalar("a: !!str |\n  x", "a").span())).isEqualTo("1:10-2:4");
        assertThat(place(scalar("a: |\n  x  \n", "a").span())).isEqualTo("1:4-2:6");
        assertThat(place(scalar("a: |\n  x\n     \n", "a").span())).isEqualTo("1:4-3:6");
        assertThat(place(scalar("a: |2- # no text\n\nb: 1", "a").span())).isEqualTo("1:4-1:7");
        assertThat(place(scalar("a: |\n  x\n # less\nb: 1", "a").span())).isEqualTo("1:4-2:4");
    }

    @Test
    void anAliasStandsWhereItIsUsedAndItsValueWhereItIsWritten() {
        YamlMapping root = mapping("""
                base: &base
                  uses: a/b@v1
                list: [*base, &x y, *x]
                use: *base
                """);
        YamlMapping.Entry use = root.entry("use").orElseThrow();
        YamlSequence list = root.sequence("list").orElseThrow();

        assertThat(place(use.site())).isEqualTo("4:6-4:11");
        assertThat(place(use.value().span())).isEqualTo("2:3-2:15");
        assertThat(use.value()).isSameAs(root.get("base").orElseThrow());
        assertThat(list.items())
                .extracting(item -> place(item.site()))
                .containsExactly("3:8-3:13", "3:18-3:19", "3:21-3:23");
        assertThat(list.values().get(2)).isSameAs(list.values().get(1));
    }

    @Test
    void anAliasAsAKeyIsItsText() {
        YamlMapping root = mapping("&k name: 1\nother:\n  *k : 2\n");

        assertThat(root.mapping("other")
                        .orElseThrow()
                        .scalar("name")
                        .orElseThrow()
                        .value())
                .isEqualTo("2");
    }

    @Test
    void anAnchorDefinedAgainIsTheLater() {
        YamlMapping root = mapping("a: &x 1\nb: &x 2\nc: *x\n");

        assertThat(root.scalar("c").orElseThrow().value()).isEqualTo("2");
    }

    @Test
    void aCommentBetweenAnchorAndValueIsNotTheValue() {
        for (String lineBreak : new String[] {"\n", "\r\n", "\r"}) {
            YamlDocument document = parse(String.join(lineBreak, "a: &x # &why", "  value", "b: &y # !b", "  c: 1"));

            assertThat(document.source().slice(value(document, "a").span())).isEqualTo("value");
            assertThat(document.source().slice(value(document, "b").span())).isEqualTo("c: 1");
        }
    }

    @Test
    void aByteOrderMarkMovesNothing() throws Exception {
        SourceFile source = SourceFile.decode("f.yml", "\uFEFFa: b\n\uD83D\uDE00: c".getBytes(StandardCharsets.UTF_8));
        YamlMapping root = YamlDocument.parse(source).mapping().orElseThrow();

        assertThat(place(root.entries().get(0).key().span())).isEqualTo("1:1-1:2");
        assertThat(place(root.entries().get(0).value().span())).isEqualTo("1:4-1:5");
        assertThat(place(root.entries().get(1).value().span())).isEqualTo("2:4-2:5");
        assertThat(root.entries().get(1).value().span().start()).isEqualTo(9);
    }

    @Test
    void lineBreaksOfEveryKindCount() {
        for (String lineBreak : new String[] {"\n", "\r\n", "\r"}) {
            YamlDocument document = parse(String.join(lineBreak, "a: 1", "b:", "  - x", "  - |", "    y", "c: 2"));

            assertThat(place(value(document, "b").span())).isEqualTo("3:3-5:6");
            assertThat(place(value(document, "c").span())).isEqualTo("6:4-6:5");
        }
    }

    @Test
    void plainAndQuotedTextOverLines() {
        assertThat(place(scalar("a: one\n  two\n\n  three\nb: 1", "a").span())).isEqualTo("1:4-4:8");
        assertThat(place(scalar("a: \"one\n  two\"\nb: 1", "a").span())).isEqualTo("1:4-2:7");
    }

    @Test
    void keysKeepTheirSpelling() {
        YamlMapping root = mapping("on: push\nyes: 1.10\n\"q\": 2024-01-01\n? long\n: no\n");

        assertThat(root.entries()).extracting(YamlMapping.Entry::name).containsExactly("on", "yes", "q", "long");
        assertThat(root.entries())
                .extracting(entry -> ((YamlScalar) entry.value()).value())
                .containsExactly("push", "1.10", "2024-01-01", "no");
        assertThat(root.scalar("long").orElseThrow().asBoolean()).isEmpty();
    }

    @Test
    void booleansAndNullsAreThoseOfYaml12() {
        YamlMapping root =
                mapping("a: true\nb: 'true'\nc: yes\nd: FALSE\ne: ~\nf: !!str ~\ng:\nh: 'null'\ni: !!str true");

        assertThat(root.scalar("a").orElseThrow().asBoolean()).contains(true);
        assertThat(root.scalar("b").orElseThrow().asBoolean()).isEmpty();
        assertThat(root.scalar("c").orElseThrow().asBoolean()).isEmpty();
        assertThat(root.scalar("d").orElseThrow().asBoolean()).contains(false);
        assertThat(root.scalar("e").orElseThrow().isNull()).isTrue();
        assertThat(root.scalar("f").orElseThrow().isNull()).isFalse();
        assertThat(root.scalar("f").orElseThrow().tag()).contains("tag:yaml.org,2002:str");
        assertThat(root.scalar("g").orElseThrow().isNull()).isTrue();
        assertThat(root.scalar("h").orElseThrow().isNull()).isFalse();
        assertThat(root.scalar("i").orElseThrow().asBoolean()).isEmpty();
    }

    @Test
    void everySpanLiesInItsParent() {
        YamlDocument document = parse("a: {b: [c, *x]}\n".replace(", *x", "") + "d:\n- |\n  e\n- >-\n  f\n");

        assertThat(within(document.root().orElseThrow())).isPositive();
    }

    private static int within(YamlNode node) {
        int nodes = 1;
        if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                assertContains(node.span(), entry.key().span());
                assertContains(node.span(), entry.value().span());
                nodes += within(entry.value());
            }
        } else if (node instanceof YamlSequence sequence) {
            for (YamlNode value : sequence.values()) {
                assertContains(node.span(), value.span());
                nodes += within(value);
            }
        }
        return nodes;
    }

    private static void assertContains(Span outer, Span inner) {
        assertThat(outer.contains(inner)).as("%s in %s", inner, outer).isTrue();
    }

    private static YamlNode value(YamlDocument document, String key) {
        return document.mapping().orElseThrow().get(key).orElseThrow();
    }
}
