package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.maven.session.Sessions;
import io.github.mavenhardening.maven.verify.BuildFactsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.ReportPlugin;
import org.apache.maven.model.Reporting;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherMavensTest {

    @TempDir
    Path root;

    /** A plugin whose version stands in that model. */
    private static Plugin plugin(String artifactId, String model) {
        Plugin plugin = new Plugin();
        plugin.setArtifactId(artifactId);
        plugin.setVersion("3.12.1");
        InputSource source = new InputSource();
        source.setModelId(model);
        plugin.setLocation("version", new InputLocation(1, 1, source));
        return plugin;
    }

    private MavenSession session(Plugin... plugins) {
        MavenSession session = Sessions.of(root);
        session.getSystemProperties().setProperty("maven.version", "3.9.16");
        MavenProject project = new MavenProject();
        project.setFile(Sessions.write(root.resolve("pom.xml"), "<project/>").toFile());
        Build build = new Build();
        build.setPlugins(List.of(plugins));
        project.getModel().setBuild(build);
        project.setRemoteArtifactRepositories(List.of());
        project.setPluginArtifactRepositories(List.of());
        session.setProjects(List.of(project));
        session.setAllProjects(session.getProjects());
        return session;
    }

    private Optional<String> unknown(MavenSession session, String... environments) {
        return OtherMavens.unknown(session, BuildFactsReader.of(session, root).plugins(), List.of(environments));
    }

    @Test
    void namesPluginsWhoseVersionTheReleaseOfMavenChooses() {
        MavenSession session = session(
                plugin("maven-site-plugin", "org.apache.maven:maven-core:3.9.16:default-lifecycle-bindings"),
                plugin("maven-jar-plugin", "org.example:parent:1"));

        assertThat(unknown(session, "Maven 3.9, linux-x86_64, JDK 17", "other Mavens, linux-x86_64, JDK 17"))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("lacks those: org.apache.maven.plugins:maven-site-plugin (3.12.1). Give")
                        .doesNotContain("jar"));
    }

    /** A site takes the newest, whatever the Maven. */
    @Test
    void leavesOutReports() {
        MavenSession session = session();
        ReportPlugin report = new ReportPlugin();
        report.setGroupId("org.example");
        report.setArtifactId("report");
        session.getProjects().get(0).getModel().setReporting(new Reporting());
        session.getProjects().get(0).getModel().getReporting().addPlugin(report);

        assertThat(BuildFactsReader.of(session, root).plugins()).hasSize(1);
        assertThat(unknown(session)).isEmpty();
    }

    @Test
    void saysNothingWherePomsGiveAllVersions() {
        assertThat(unknown(session(plugin("maven-jar-plugin", "org.example:parent:1"))))
                .isEmpty();
    }

    @Test
    void saysNothingWhereTheLockWasMadeOnAnotherMavenAsWell() {
        MavenSession session = session(plugin("maven-site-plugin", "org.apache.maven:maven-model:3:super-pom"));

        assertThat(unknown(session, "Maven 3.9, linux-x86_64, JDK 17")).isPresent();
        assertThat(unknown(session, "Maven 3.9, linux-x86_64, JDK 17", "Maven 4.0, linux-x86_64, JDK 17"))
                .isEmpty();
    }

    @Test
    void saysWhereTheLockHasNothingOfOtherMavens() {
        MavenSession session = session();

        assertThat(OtherMavens.notWorkedOut(session, List.of("Maven 3.9, linux-x86_64, JDK 17"), false))
                .hasValueSatisfying(text -> assertThat(text).endsWith("run this goal there, too"));
        assertThat(OtherMavens.notWorkedOut(session, List.of("Maven 3.9, linux-x86_64, JDK 17"), true))
                .isEmpty();
        assertThat(OtherMavens.notWorkedOut(
                        session, List.of("Maven 3.9, linux-x86_64, JDK 17", "Maven 4.0, linux-x86_64, JDK 17"), false))
                .isEmpty();
    }
}
