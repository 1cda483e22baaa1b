package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
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

    /** What {@code flatten:flatten} does to a project. */
    @Test
    void keepsToWhatAuthorsWroteWhateverGoalsPutInItsPlace() throws IOException {
        Path pom =
                pom("<project><profiles><profile><id>p</id><build><plugins><plugin><artifactId>only-there</artifactId>"
                        + "</plugin></plugins></build></profile></profiles></project>");
        Model kept = new Model();
        MavenProject project = new MavenProject();
        project.setFile(pom.toFile());
        project.getModel().setPomFile(pom.toFile());
        project.setOriginalModel(kept);
        assertThat(poms.asWritten(project)).isSameAs(kept);

        Model flattened = new Model();
        project.setPomFile(folder.resolve(".flattened-pom.xml").toFile());
        project.setOriginalModel(flattened);
        assertThat(poms.asWritten(project).getProfiles().get(0).getBuild().getPlugins())
                .extracting(Plugin::getArtifactId)
                .containsExactly("only-there");
        assertThat(InactiveProfiles.artifactIds(project, poms)).containsExactly("only-there");

        project.getModel().setPomFile(folder.resolve("gone.xml").toFile());
        assertThat(poms.asWritten(project)).as("better than nothing").isSameAs(flattened);
    }
}
