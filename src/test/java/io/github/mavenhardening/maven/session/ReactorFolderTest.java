package io.github.mavenhardening.maven.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReactorFolderTest {

    @TempDir
    Path root;

    private void pom(String path, String... modules) {
        StringBuilder text = new StringBuilder("<project><modules>");
        for (String module : modules) {
            text.append("<module>").append(module).append("</module>");
        }
        Sessions.write(root.resolve(path), text.append("</modules></project>").toString());
    }

    private MavenSession in(String pom) {
        MavenSession session = Sessions.of(root);
        MavenProject project = new MavenProject();
        project.setFile(root.resolve(pom).toFile());
        project.setExecutionRoot(true);
        session.setProjects(List.of(project));
        return session;
    }

    private String of(String pom) {
        return ReactorFolder.of(in(pom), root);
    }

    /** Whoever builds a module of the root by itself uses no other files than the root's build. */
    @Test
    void isThatOfTheRootWhereItsPomLeads() {
        pom("pom.xml", "a");
        pom("a/pom.xml", "b");
        pom("a/b/pom.xml");

        assertThat(List.of(of("pom.xml"), of("a/pom.xml"), of("a/b/pom.xml"))).containsOnly("");
    }

    @Test
    void isASecondOneBesideIt() {
        pom("pom.xml", "a");
        pom("tools/pom.xml", "t");
        pom("tools/t/pom.xml");
        pom("a/pom.xml");
        pom("a/alone/pom.xml");

        assertThat(of("tools/pom.xml")).isEqualTo("tools");
        assertThat(of("tools/t/pom.xml")).as("a part of it").isEqualTo("tools");
        assertThat(of("a/alone/pom.xml"))
                .as("below a module that does not lead to it")
                .isEqualTo("a/alone");
    }

    @Test
    void isOneOfSeveralWhereTheRootHasNone() {
        pom("services/one/pom.xml", "m");
        pom("services/one/m/pom.xml");
        pom("web/pom.xml");

        assertThat(of("services/one/m/pom.xml")).isEqualTo("services/one");
        assertThat(of("web/pom.xml")).isEqualTo("web");
    }

    @Test
    void isOfTheKindOfBuild() {
        pom("tools/pom.xml");
        MavenSession session = in("tools/pom.xml");
        session.getSystemProperties().setProperty("maven.version", "3.9.16");

        assertThat(BuildEnvironment.of(session, root)).startsWith("Maven 3.9, ").endsWith(", in tools");
        assertThat(BuildEnvironment.ofOtherMavens(session, root)).endsWith(", in tools");
    }
}
