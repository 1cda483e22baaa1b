package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenWorkspaceReader;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkout whose reactor is the module {@code a} alone; {@code b} and {@code c} are beside it. */
class OwnWorkspaceTest {

    @TempDir
    Path root;

    private OwnModules own;

    @BeforeEach
    void layOut() throws IOException {
        pom("pom.xml", "root", "1", "<modules><module>a</module><module>b</module><module>c</module></modules>");
        pom("a/pom.xml", "a", "1-SNAPSHOT", "");
        pom("b/pom.xml", "b", "1-SNAPSHOT", "");
        pom("c/pom.xml", "c", "${revision}", "");
        Model model = new Model();
        model.setGroupId("org.example");
        model.setArtifactId("a");
        model.setVersion("1-SNAPSHOT");
        MavenProject a = new MavenProject(model);
        a.setFile(root.resolve("a/pom.xml").toFile());
        own = new OwnModules(session(List.of(a)), root, new RawPoms());
    }

    @SuppressWarnings("deprecation") // There is no other way to make a session.
    private static MavenSession session(List<MavenProject> projects) {
        MavenSession session =
                new MavenSession(null, null, new DefaultMavenExecutionRequest(), new DefaultMavenExecutionResult());
        session.setProjects(projects);
        session.setAllProjects(projects);
        return session;
    }

    private void pom(String path, String artifactId, String version, String more) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(
                root.resolve(path),
                "<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId><artifactId>" + artifactId
                        + "</artifactId><version>" + version + "</version>" + more + "</project>");
    }

    private static Artifact artifact(String coordinates) {
        return new DefaultArtifact("org.example:" + coordinates);
    }

    private boolean isNeverAskedFor(String coordinates) {
        return own.isNeverAskedFor(DependencyGraphs.coordinatesOf(artifact(coordinates)));
    }

    @Test
    void knowsWhatNoRepositoryIsAskedFor() {
        assertThat(isNeverAskedFor("a:1-SNAPSHOT")).isTrue();
        assertThat(isNeverAskedFor("a:jar:tests:1-SNAPSHOT")).isTrue();
        assertThat(isNeverAskedFor("b:1-SNAPSHOT")).isTrue();
        assertThat(isNeverAskedFor("c:7")).isTrue();
        // An earlier release of a module is an artifact like any other.
        assertThat(isNeverAskedFor("a:0.9")).isFalse();
        assertThat(isNeverAskedFor("b:0.9")).isFalse();
        assertThat(isNeverAskedFor("elsewhere:1-SNAPSHOT")).isFalse();
    }

    @Test
    void answersForModulesThatNothingHasPackaged() {
        WorkspaceReader workspace = OwnWorkspace.over(Optional.empty(), own);

        assertThat(workspace.findArtifact(artifact("a:pom:1-SNAPSHOT")))
                .isEqualTo(root.resolve("a/pom.xml").toFile());
        assertThat(workspace.findArtifact(artifact("b:pom:1-SNAPSHOT")))
                .isEqualTo(root.resolve("b/pom.xml").toFile());
        assertThat(workspace.findArtifact(artifact("b:jar:1-SNAPSHOT"))).isNull();
        assertThat(workspace.findArtifact(artifact("b:pom:0.9"))).isNull();
        assertThat(workspace.findVersions(artifact("a:1-SNAPSHOT"))).containsExactly("1-SNAPSHOT");
        assertThat(workspace.findVersions(artifact("a:[1,2)"))).isEmpty();
        assertThat(workspace.getRepository()).isNotNull();
        assertThat(List.of(workspace).indexOf(workspace))
                .as("a proxy is equal to itself")
                .isZero();
        assertThat(workspace.toString()).contains("OwnWorkspace");
    }

    /** What Maven's reader knows comes first, also what only its own interface asks for. */
    @Test
    void keepsWhatMavenAnswers() {
        File packaged = new File("a.jar");
        Model effective = new Model();
        WorkspaceReader workspace = OwnWorkspace.over(
                Optional.of(new MavenWorkspaceReader() {
                    private final WorkspaceRepository repository = new WorkspaceRepository("reactor");

                    @Override
                    public Model findModel(Artifact artifact) {
                        return effective;
                    }

                    @Override
                    public WorkspaceRepository getRepository() {
                        return repository;
                    }

                    @Override
                    public File findArtifact(Artifact artifact) {
                        return packaged;
                    }

                    @Override
                    public List<String> findVersions(Artifact artifact) {
                        return List.of("1-SNAPSHOT", "0.9");
                    }
                }),
                own);

        assertThat(workspace.findArtifact(artifact("a:pom:1-SNAPSHOT"))).isSameAs(packaged);
        assertThat(workspace.findVersions(artifact("a:1-SNAPSHOT"))).containsExactly("1-SNAPSHOT", "0.9");
        assertThat(workspace.getRepository().getContentType()).isEqualTo("reactor");
        assertThat(workspace)
                .isInstanceOfSatisfying(
                        MavenWorkspaceReader.class,
                        reader -> assertThat(reader.findModel(artifact("a:1-SNAPSHOT")))
                                .isSameAs(effective));
    }

    /** A module may name the one beside it, which names the next. */
    @Test
    void followsAChainOfModulesThatIsLongerThanAStack() throws IOException {
        int length = 20_000;
        pom("pom.xml", "root", "1", "<modules><module>m0.xml</module></modules>");
        for (int i = 0; i < length; i++) {
            pom("m" + i + ".xml", "m" + i, "1", "<modules><module>m" + (i + 1) + ".xml</module></modules>");
        }
        own = new OwnModules(session(List.of()), root, new RawPoms());

        assertThat(isNeverAskedFor("m" + (length - 1) + ":jar:1")).isTrue();
        assertThat(isNeverAskedFor("m" + length + ":jar:1")).isFalse();
    }
}
