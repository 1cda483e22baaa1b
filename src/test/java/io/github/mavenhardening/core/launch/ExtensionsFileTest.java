package io.github.mavenhardening.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionsFileTest {

    private static final String EXTENSION =
            "<extension><groupId>g</groupId><artifactId>a</artifactId><version>1</version></extension>";

    static Stream<String> wordings() {
        return Stream.of(
                "<extensions>" + EXTENSION + "</extensions>",
                "<extensions xsi:schemaLocation='undeclared'>" + EXTENSION + "</extensions>",
                "<e:extensions>" + EXTENSION.replace("version>", "f:version>") + "</e:extensions>",
                "<extensions><!-- " + "x".repeat(2_000_000) + "-->" + EXTENSION + "</extensions>",
                "\uFEFF<?xml version='1.0' encoding='UTF-8'?>\n<extensions>" + EXTENSION + "</extensions>",
                "<?xml version='1.0' encoding='iso-8859-1'?><extensions>" + EXTENSION + "</extensions>",
                "<anything>" + EXTENSION + "</anything>",
                "<extensions><deeper><still>" + EXTENSION + "</still></deeper></extensions>",
                "<extensions>" + EXTENSION.replace(">g<", ">\n  <![CDATA[g]]>\n<") + "</extensions>",
                "<extensions>" + EXTENSION.replace(">a<", ">&#97;<") + "</extensions>",
                "<extensions>" + EXTENSION.replace(">1<", "><!-- a -->1<!-- b --><") + "</extensions>",
                "<extensions>" + EXTENSION.replace("<version", "<classLoadingStrategy>x</classLoadingStrategy><version")
                        + "</extensions>",
                "<extensions>" + EXTENSION + "</extensions> what follows the root");
    }

    @ParameterizedTest
    @MethodSource("wordings")
    void readsWhatAnyMavenReads(String text) throws UnreadableFileException {
        assertThat(ExtensionsFile.read(SourceFile.of("x", text)))
                .extracting(e -> e.groupId() + ":" + e.artifactId() + ":" + e.version())
                .containsExactly("g:a:1");
    }

    @Test
    void readsSeveralInOrderAndLeavesExpressionsAndGapsAsTheyAre() throws UnreadableFileException {
        String text = "<extensions>\n" + EXTENSION + "\n"
                + EXTENSION.replace(">1<", ">${v}<").replace("<groupId>g</groupId>", "") + "</extensions>";

        assertThat(ExtensionsFile.read(SourceFile.of("x", text)))
                .extracting(e -> e.groupId() + ":" + e.artifactId() + ":" + e.version())
                .containsExactly("g:a:1", ":a:${v}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE extensions [<!ENTITY e 'x'>]><extensions/>",
                "<extensions><extension></extensions>",
                "<extensions>",
                "",
                "<?xml version='1.0' encoding='UTF-7'?><extensions/>",
                "<?xml version=\"1.0\" encoding = \"ISO-2022-JP\"?><extensions/>",
                "<?xml version='1.0' encoding='IBM037'?><extensions/>"
            })
    void refusesWhatItCannotReadAsMavenMight(String text) {
        assertThatThrownBy(() -> ExtensionsFile.read(SourceFile.of("x", text)))
                .isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void refusesTextOfAnotherWidth() {
        byte[] wide = "<extensions/>".getBytes(StandardCharsets.UTF_16);

        assertThatThrownBy(() -> ExtensionsFile.read(SourceFile.decode("x", wide)))
                .isInstanceOf(UnreadableFileException.class);
    }
}
