package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawPomsTest {

    private static final String PARENT =
            "<parent><groupId>g</groupId><artifactId>a</artifactId><version>1</version></parent>";

    @TempDir
    Path folder;

    private final RawPoms poms = new RawPoms();

    private Path pom(String text) throws IOException {
        return Files.writeString(folder.resolve("a.pom"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project>" + PARENT + "</project>",
                "<!DOCTYPE project><project>" + PARENT + "</project>",
                "<project xsi:schemaLocation='x'>" + PARENT + "</project>",
                "<?xml version='1.0' encoding='ISO-8859-1'?><project>" + PARENT + "</project>",
                "<project><unknown><deep/></unknown>" + PARENT + "</project>",
                "<project>" + PARENT + "</project><!-- after it -->"
            })
    void readsWhatMavenReads(String text) throws IOException {
        Path pom = pom(text);

        assertThat(poms.read(pom).map(Model::getParent))
                .hasValueSatisfying(parent -> assertThat(parent.getGroupId()).isEqualTo("g"));
        assertThat(poms.problemOf(pom)).isEmpty();
    }

    @Test
    void hasNoWordOfWhatMavenCannotReadEither() throws IOException {
        Path pom = pom("<project><a></b></project>");

        assertThat(poms.read(pom)).isEmpty();
        assertThat(poms.problemOf(pom)).isEmpty();
    }

    @Test
    void saysWhatIsTooLarge() throws IOException {
        Path pom = pom("<project><!--" + " ".repeat(9_000_000) + "-->" + PARENT + "</project>");

        assertThat(poms.read(pom)).isEmpty();
        assertThat(poms.problemOf(pom)).hasValue("it is larger than 8388608 bytes");
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        Path pom = Files.createDirectories(folder.resolve("a.pom"));

        assertThat(poms.read(pom)).isEmpty();
        assertThat(poms.problemOf(pom))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("it cannot be read ("));
    }
}
