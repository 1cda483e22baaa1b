package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.eclipse.aether.artifact.Artifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredArtifactsTest {

    private static final String GROUP = "<groupId>org.example</groupId>";
    private static final String PROCESSOR = "<artifactId>processor</artifactId>";

    private static ConfiguredArtifacts.Processors processors(String paths, MavenProject project) throws Exception {
        return ConfiguredArtifacts.annotationProcessors(
                Xpp3DomBuilder.build(new StringReader("<configuration><annotationProcessorPaths>" + paths
                        + "</annotationProcessorPaths></configuration>")),
                project);
    }

    /** A project whose POM manages {@code org.example:processor:2.0}. */
    private static MavenProject managing() {
        Dependency managed = new Dependency();
        managed.setGroupId("org.example");
        managed.setArtifactId("processor");
        managed.setVersion("2.0");
        Model model = new Model();
        model.setDependencyManagement(new DependencyManagement());
        model.getDependencyManagement().addDependency(managed);
        return new MavenProject(model);
    }

    @Test
    void takesAProcessorsVersionFromItsPathOrFromWhatIsManaged() throws Exception {
        String written = "<path>" + GROUP + PROCESSOR + "<version>1.0</version></path>";
        String open = "<path>" + GROUP + PROCESSOR + "</path>";

        ConfiguredArtifacts.Processors processors = processors(written + open, managing());

        assertThat(processors.known())
                .extracting(Artifact::toString)
                .containsExactly("org.example:processor:jar:1.0", "org.example:processor:jar:2.0");
        assertThat(processors.unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<groupId>org.example</groupId><artifactId>processor</artifactId>, org.example:processor:",
        "<groupId>org.example</groupId><artifactId>processor</artifactId><version/>, org.example:processor:",
        "<groupId>org.example</groupId><artifactId>processor</artifactId><version>${late}</version>,"
                + " org.example:processor:${late}",
        "<groupId>${late}</groupId><artifactId>processor</artifactId><version>1.0</version>, ${late}:processor:1.0",
        "<artifactId>processor</artifactId><version>1.0</version>, :processor:1.0",
        "<groupId>org.example</groupId><version>1.0</version>, org.example::1.0",
        "'', ::"
    })
    void namesTheProcessorsThatItDoesNotKnow(String path, String named) throws Exception {
        String known = "<path>" + GROUP + "<artifactId>other</artifactId><version>1.0</version></path>";

        ConfiguredArtifacts.Processors processors =
                processors("<path>" + path + "</path>" + known, new MavenProject(new Model()));

        assertThat(processors.unknown()).containsExactly(named);
        assertThat(processors.known()).hasSize(1);
    }
}
