package io.github.mavenhardening.maven.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrefixTest {

    private static final String FULL = "mvn io.github.mavenhardening:hardening-maven-plugin:1.0:lock";

    @TempDir
    Path root;

    private MavenProject project(String folder, boolean declares) {
        MavenProject project = new MavenProject();
        project.setFile(Sessions.write(root.resolve(folder).resolve("pom.xml"), "<project/>")
                .toFile());
        project.setBuild(new Build());
        if (declares) {
            Plugin plugin = new Plugin();
            plugin.setGroupId("io.github.mavenhardening");
            plugin.setArtifactId("hardening-maven-plugin");
            project.getBuild().addPlugin(plugin);
        }
        return project;
    }

    private String spelled(MavenProject top, MavenProject... inOrder) {
        top.setExecutionRoot(true);
        MavenSession session = Sessions.of(root);
        session.setProjects(List.of(inOrder));
        return Prefix.commands(session, "1.0").spelled("mvn hardening:lock");
    }

    @Test
    void thePrefixIsKnownWhereTheModuleThatIsBuiltFirstHasThePlugin() {
        MavenProject parent = project("parent", true);
        MavenProject top = project(".", false);

        assertThat(spelled(top, parent, top)).isEqualTo("mvn hardening:lock");
    }

    @Test
    void mavenDoesNotLookForItInATopProjectThatIsBuiltLast() {
        MavenProject lib = project("lib", false);
        MavenProject top = project(".", true);

        assertThat(spelled(top, lib, top)).isEqualTo(FULL);
        assertThat(spelled(top, top, lib)).isEqualTo("mvn hardening:lock");
    }
}
