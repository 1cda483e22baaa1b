package io.github.mavenhardening.core.yaml;

import static io.github.mavenhardening.core.yaml.YamlTexts.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlCommentsTest {

    @Test
    void standWhereTheyAreWritten() {
        YamlDocument document = parse("""
                # at the start
                on: push # after a value
                jobs: # after a key
                  build:
                    steps:
                      # before a step
                      - uses: a/b@v1#no
                      #between
                      - run: |  # after an indicator
                          echo # in the block

                          # in the block too
                      # after the block
                      - run: "a # b" # after quotes
                      - run: 'a # b'
                      - run: a#b c # after a plain text
                      - [a, # in a flow
                         b]
                # at the end""");

        assertThat(texts(document))
                .containsExactly(
                        "at the start",
                        "after a value",
                        "after a key",
                        "before a step",
                        "between",
                        "after an indicator",
                        "after the block",
                        "after quotes",
                        "after a plain text",
                        "in a flow",
                        "at the end");
        YamlComment afterValue = document.comments().get(1);
        assertThat(YamlTexts.place(afterValue.span())).isEqualTo("2:10-2:25");
        assertThat(document.source().slice(afterValue.span())).isEqualTo("# after a value");
        assertThat(YamlTexts.place(document.comments().get(10).span())).isEqualTo("19:1-19:13");
    }

    @Test
    void belongToThePartAboveThemWhereTheyAreIndentedAsItIs() {
        YamlDocument document = parse("""
                - a: |
                    text
                   # deeper

                  # as deep
                # as the next
                - b: c # behind it
                  # below
                - d
                """);
        YamlSequence items = (YamlSequence) document.root().orElseThrow();

        assertThat(items.values().stream()
                        .map(YamlNode::span)
                        .map(document::withCommentsBelow)
                        .map(document.source()::slice)
                        .map(String::strip))
                .containsExactly("a: |\n    text\n   # deeper\n\n  # as deep", "b: c # behind it\n  # below", "d");
    }

    @Test
    void endBeforeTheLineBreakOfAnyKind() {
        for (String lineBreak : List.of("\n", "\r\n", "\r", "\u0085", "\u2028")) {
            YamlDocument document =
                    parse("a: | # one" + lineBreak + "  x # no" + lineBreak + "# two" + lineBreak + "b: 1");

            assertThat(texts(document)).containsExactly("one", "two");
            assertThat(document.source().slice(document.comments().get(0).span()))
                    .isEqualTo("# one");
        }
    }

    @Test
    void areFoundInAFileOfNothingElse() {
        assertThat(texts(parse("# only\n\n  # comments"))).containsExactly("only", "comments");
        assertThat(parse("# only").root()).isEmpty();
    }

    @Test
    void followAnchorsTagsAndAnEmptyBlock() {
        assertThat(texts(parse("a: &x # one\n  b\nc: !!str # two\n  d\ne: |- # three\n\nf: *x # four")))
                .containsExactly("one", "two", "three", "four");
    }

    @Test
    void areTakenFromNoTextOfALaterDocument() {
        assertThat(texts(parse("a: 1 # one\n---\nb: |\n  # no\nc: '# no'\n# two\n---\nd: \"\n # no\"")))
                .containsExactly("one", "two");
    }

    @Test
    void withTextOverLinesBeforeThem() {
        assertThat(texts(parse("a: \"x\n  # no\n  y\" # one\nb: x\n  y # two\nc: 'x\n\n  # no'")))
                .containsExactly("one", "two");
    }

    @Test
    void areSeveralHashesOrNone() {
        assertThat(texts(parse("a: 1 ## x # y\n#\n#\tz\t\n"))).containsExactly("# x # y", "", "z");
    }

    private static List<String> texts(YamlDocument document) {
        return document.comments().stream().map(YamlComment::text).toList();
    }
}
