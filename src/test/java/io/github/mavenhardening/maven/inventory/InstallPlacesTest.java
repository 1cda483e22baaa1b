package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.InstallPlace;
import io.github.mavenhardening.maven.session.Sessions;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallPlacesTest {

    private static final String FRONTEND = "com.github.eirslett:frontend-maven-plugin";

    @TempDir
    Path root;

    private final Plugin plugin = new Plugin();
    private final PluginExecution execution = new PluginExecution();
    private MavenProject project;

    @BeforeEach
    void module() {
        plugin.setGroupId("com.github.eirslett");
        plugin.setArtifactId("frontend-maven-plugin");
        plugin.addExecution(execution);
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().addPlugin(plugin);
        project = new MavenProject(model);
        project.setFile(root.resolve("web/pom.xml").toFile());
    }

    private static Xpp3Dom configuration(String name, String value) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom child = new Xpp3Dom(name);
        child.setValue(value);
        configuration.addChild(child);
        return configuration;
    }

    private List<String> places(String... user) {
        MavenSession session = Sessions.of(root, user);
        return new InstallPlaces(session, root)
                .of(project).stream().map(InstallPlacesTest::shown).toList();
    }

    private static String shown(InstallPlace place) {
        assertThat(place.plugin()).isEqualTo(FRONTEND);
        return place.path().orElse("elsewhere");
    }

    @Test
    void isBesideThePomUnlessSomebodySaysElse() {
        execution.addGoal("install-node-and-npm");
        execution.addGoal("install-node-and-yarn");
        execution.addGoal("npm");

        assertThat(places()).containsExactly("web/node");
    }

    @ParameterizedTest
    @CsvSource({
        "installDirectory, target, web/target/node",
        "installDirectory, ../.tools, .tools/node",
        "workingDirectory, src/app, web/src/app/node",
        "installDirectory, ../../outside, elsewhere",
        "installDirectory, /opt/tools, elsewhere",
        "installDirectory, ${unknown}/tools, elsewhere",
        "installDirectory, , web/node",
        "other, target, web/node"
    })
    void isWhereTheConfigurationSays(String name, String value, String expected) {
        execution.addGoal("install-node-and-npm");
        execution.setConfiguration(configuration(name, value));

        assertThat(places()).containsExactly(expected);
    }

    @Test
    void takesThatOfTheExecutionThenThatOfThePluginThenTheProperties() {
        execution.addGoal("install-node-and-npm");
        project.getProperties().setProperty("installDirectory", "by-project");
        assertThat(places()).containsExactly("web/by-project/node");
        assertThat(places("installDirectory", "by-user")).containsExactly("web/by-user/node");

        plugin.setConfiguration(configuration("installDirectory", "by-plugin"));
        assertThat(places("installDirectory", "by-user")).containsExactly("web/by-plugin/node");

        execution.setConfiguration(configuration("installDirectory", "by-execution"));
        assertThat(places()).containsExactly("web/by-execution/node");
    }

    @Test
    void knowsWhereBunGoes() {
        execution.addGoal("install-bun");

        assertThat(places()).containsExactly("web/bun");
    }

    @Test
    void leavesOthersAlone() {
        execution.addGoal("install-node-and-npm");
        plugin.setGroupId("org.example");

        assertThat(places()).isEmpty();
    }
}
