package io.github.mavenhardening.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlCommentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a> <!-- beside -->~<b/></a>|beside@1",
                "<a>~  <!-- above -->~~  text <b/></a>|above@4",
                "<a>~  <!-- two~lines -->~  <b/></a>|two~lines@4",
                "<a>~  <!-- first --> <!-- second -->~  <b/></a>|first@2 second@2",
                "<a><![CDATA[ <!-- none --> ]]><!-- one --><![CDATA[ <!-- none --> ]]></a>|one@1",
                "<a/>~<!-- last -->|last@2",
                "<a/> <!-- open|''",
                "<a><![CDATA[ <!-- open -->|''",
                "<!-- <![CDATA[ --> <a/> <!-- b -->|<![CDATA[@1 b@1",
            })
    void speaksOfItsLineOrOfTheNextTags(String text, String expected) {
        List<XmlComment> comments = XmlComment.of(SourceFile.of("pom.xml", text.replace('~', '\n')));
        assertThat(String.join(
                        " ",
                        comments.stream()
                                .map(comment -> comment.text() + "@" + comment.line())
                                .toList()))
                .isEqualTo(expected.replace('~', '\n'));
    }

    @Test
    void costsNoMoreThanTheText() {
        String hostile = "<![CDATA[]]><!---->".repeat(100_000);
        assertThat(XmlComment.of(SourceFile.of("pom.xml", hostile))).hasSize(100_000);
    }
}
