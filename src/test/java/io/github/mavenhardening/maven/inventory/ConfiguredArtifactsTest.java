package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.eclipse.aether.artifact.Artifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredArtifactsTest {

    private static final String GROUP = "<groupId>org.example</groupId>";
    private static final String PROCESSOR = "<artifactId>processor</artifactId>";

    private static ConfiguredArtifacts.Processors processors(String paths, MavenProject project) throws Exception {
        return ConfiguredArtifacts.annotationProcessors(
                Xpp3DomBuilder.build(new StringReader("<configuration><annotationProcessorPaths>" + paths
                        + "</annotationProcessorPaths></configuration>")),
                project,
                "linux-x86_64");
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

    private static List<String> others(String configuration) throws Exception {
        return ConfiguredArtifacts.others(
                        Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>")),
                        managing(),
                        "osx-aarch_64")
                .stream()
                .map(Artifact::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <protocArtifact>g:protoc:3.1:exe:linux-x86_64</protocArtifact>  | g:protoc:exe:linux-x86_64:3.1
            <pluginArtifact>g:grpc:1.60.0:exe</pluginArtifact>              | g:grpc:exe:1.60.0
            <bundle>g:bundle:1.4</bundle>                                   | g:bundle:jar:1.4
            <artifact>g:lib:jar:sources:2.0</artifact>                      | g:lib:jar:sources:2.0
            <artifact>g:lib:zip:2.0</artifact>                              | g:lib:zip:2.0
            <artifact>g:lib:r09</artifact>                                  | g:lib:jar:r09
            <artifact>g:lib:Finchley.SR1:pom</artifact>                     | g:lib:pom:Finchley.SR1
            <artifact>g:lib:1.0:test-jar</artifact>                         | g:lib:jar:tests:1.0
            <coordinate>g:lib:1.0+build.2</coordinate>                      | g:lib:jar:1.0+build.2
            <anything> g:lib:1 </anything>                                  | g:lib:jar:1
            """)
    void readsCoordinatesInATextInEveryForm(String element, String expected) throws Exception {
        assertThat(others(element)).containsExactly(expected);
        assertThat(others("<deep><er>" + element + "</er></deep>")).containsExactly(expected);
    }

    @Test
    void knowsTheProtocolCompilerByItsVersion() throws Exception {
        for (String element : new String[] {"protoc", "protocVersion"}) {
            String open = '<' + element + '>';
            String close = "</" + element + '>';
            assertThat(others(open + "4.35.1" + close))
                    .containsExactly("com.google.protobuf:protoc:exe:osx-aarch_64:4.35.1");
            for (String other : new String[] {"PATH", "${late}", "", "https://repo.example.org/protoc-4.exe"}) {
                assertThat(others(open + other + close)).isEmpty();
            }
        }
        assertThat(others("<protocArtifact>com.google.protobuf:protoc:4.1:exe:linux-x86_64</protocArtifact>"))
                .containsExactly("com.google.protobuf:protoc:exe:linux-x86_64:4.1");
    }

    @Test
    void evaluatesWhatAnExtensionSetsOnceTheProjectsAreRead() throws Exception {
        String protoc = "<protocArtifact>g:protoc:3.1:exe:${os.detected.classifier}\n </protocArtifact>";
        assertThat(others(protoc)).containsExactly("g:protoc:exe:osx-aarch_64:3.1");
        assertThat(others("<item>" + GROUP + "<artifactId>native-${os.detected.name}</artifactId><version>1</version>"
                        + "<classifier>${os.detected.arch}</classifier></item>"))
                .containsExactly("org.example:native-osx:jar:aarch_64:1");
        assertThat(others("<bundle>g:b:${late}</bundle><bundle>g:c:${unclosed</bundle>"))
                .isEmpty();

        MavenProject project = new MavenProject(new Model());
        project.getProperties().setProperty("late", "2.1");
        String path = "<path>" + GROUP + PROCESSOR + "<version>${late}</version></path>";
        assertThat(processors(path, project).known())
                .extracting(Artifact::toString)
                .containsExactly("org.example:processor:jar:2.1");
    }

    @Test
    void readsSeveralInOneText() throws Exception {
        assertThat(others("<bundles>g:a:1, g:b:2\n  g:c:3:zip</bundles>"))
                .containsExactly("g:a:jar:1", "g:b:jar:2", "g:c:zip:3");
    }

    @Test
    void readsElementsWithTypesAndManagedVersions() throws Exception {
        assertThat(others("<item>" + GROUP + PROCESSOR + "</item>")).containsExactly("org.example:processor:jar:2.0");
        assertThat(others("<item>" + GROUP + "<artifactId>a</artifactId><version>1</version><type>exe</type>"
                        + "<classifier>linux-x86_64</classifier></item>"))
                .containsExactly("org.example:a:exe:linux-x86_64:1");
        assertThat(others("<item>" + GROUP
                        + "<artifactId>a</artifactId><version>1</version><type>maven-plugin</type></item>"))
                .containsExactly("org.example:a:jar:1");
        assertThat(others("<signature>" + GROUP + "<artifactId>a</artifactId><version>1</version></signature>"))
                .containsExactly("org.example:a:signature:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<url>https://repo.example.org:8080/a:b:1</url>",
                "<argLine>-javaagent:lib.jar=a:b</argLine>",
                "<level>a:b:c</level>",
                "<time>12:30:45:00:00:00</time>",
                "<time>12:30:45</time>",
                "<ratio>16:9:1</ratio>",
                "<artifact>g:lib:${late}</artifact>",
                "<artifact>g::1</artifact>",
                "<artifact>g:a</artifact>",
                "<pattern>**:*:1</pattern>"
            })
    void takesNoOtherTextForCoordinates(String element) throws Exception {
        assertThat(others(element)).isEmpty();
    }

    @Test
    void readsCoordinatesInProperties() {
        MavenProject project = new MavenProject(new Model());
        project.getProperties().setProperty("recipes.version", "1.21.0");
        Map<String, String> properties = new TreeMap<>(Map.of(
                "artifact", "org.example:got:RELEASE",
                "project.build.outputTimestamp", "2024-01-01T00:00:00Z",
                "jdbc", "jdbc:h2:mem",
                "image", "registry.example.org:5000/app:1",
                "rewrite.recipeArtifactCoordinates", "org.example:one:${recipes.version},org.example:two:2"));

        assertThat(ConfiguredArtifacts.inProperties(properties, project, "linux-x86_64"))
                .extracting(Artifact::toString)
                .containsExactly("org.example:got:jar:RELEASE", "org.example:one:jar:1.21.0", "org.example:two:jar:2");
    }
}
