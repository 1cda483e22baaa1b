package io.github.mavenhardening.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    private static XmlElement read(String text) throws UnreadableFileException {
        return XmlReader.read(SourceFile.of("pom.xml", text));
    }

    @Test
    void tellsWhereTextStands() throws UnreadableFileException {
        XmlElement version =
                read("<?xml version='1.0'?>\n<project>\n  <version>\n    1.0 <!-- x --> </version></project>")
                        .child("version")
                        .orElseThrow();

        assertThat(version.text()).isEqualTo("1.0");
        assertThat(version.textSpan().line()).isEqualTo(4);
        assertThat(version.textSpan().column()).isEqualTo(5);
        assertThat(version.textSpan().endColumn()).isEqualTo(8);
        assertThat(version.span().line()).isEqualTo(3);
    }

    @Test
    void resolvesEntitiesCharactersAndSections() throws UnreadableFileException {
        assertThat(read("<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;&unknown;&<![CDATA[<b>&amp;]]></a>")
                        .text())
                .isEqualTo("<&>\"'AB&unknown;&<b>&amp;");
    }

    @Test
    void readsAttributes() throws UnreadableFileException {
        XmlElement root = read("<p:a one=\"1 > 0\" two = '2&amp;' three><b four=\"\"/></p:a>");

        assertThat(root.name()).isEqualTo("a");
        assertThat(root.attributes()).containsEntry("one", "1 > 0").containsEntry("two", "2&");
        assertThat(root.child("b").orElseThrow().attributes()).containsEntry("four", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<a>",
                "<a></b>",
                "</a>",
                "<a",
                "<a b='>",
                "<>",
                "<a><!-- </a>",
                "<a><![CDATA[</a>",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"
            })
    void refusesWhatIsNotWellFormed(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void refusesADepthThatNoBuildHas() {
        assertThatThrownBy(() -> read("<a>".repeat(100_000)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("nested");
    }

    @Test
    void anAttributeEndsWithItsTag() throws UnreadableFileException {
        XmlElement root = read("<a b=\"c>d\" e = 'f'><g h/><i j=k/><l m='n'/></a>");

        assertThat(root.attributes()).containsOnly(entry("b", "c>d"), entry("e", "f"));
        assertThat(root.child("g").orElseThrow().attributes()).isEmpty();
        assertThat(root.child("i").orElseThrow().attributes()).isEmpty();
        assertThat(root.child("l").orElseThrow().attributes()).containsOnly(entry("m", "n"));
    }

    @Test
    void ofManyChildrenTheFirstOfANameIsFound() throws UnreadableFileException {
        XmlElement root = read("<a>" + "<x/>".repeat(100) + "<b>1</b><b>2</b></a>");

        assertThat(root.childText("b")).contains("1");
        assertThat(root.child("c")).isEmpty();
        assertThat(root.children()).hasSize(102);
    }
}
