package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.ConfigurationException;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownPropertiesTest {

    private static final Set<String> PARAMETERS = Set.of("failOn", "persona", "policyFile", "root", "skip", "base");

    private static List<String> warnings(String name) {
        return UnknownProperties.warnings(Map.of(name, "on the command line or in .mvn/maven.config"), PARAMETERS);
    }

    @ParameterizedTest
    @CsvSource({
        "hardening.failon, hardening.failOn",
        "hardening.fail-on, hardening.failOn",
        "hardening.personna, hardening.persona",
        "hardening.policyfile, hardening.policyFile"
    })
    void refusesAMisspeltOneWithTheNearest(String name, String near) {
        assertThatThrownBy(() -> warnings(name))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(name + ": Unknown property on the command line or in .mvn/maven.config; did you mean "
                        + near + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hardening.failOn",
                "hardening.skip",
                "hardening.strict",
                "hardening.version",
                "hardeningfailOn",
                "maven.hardening.failon",
                "Hardening.failon"
            })
    void takesItsOwnAndThoseOfOthers(String name) {
        assertThat(warnings(name)).isEmpty();
    }

    /** Maven takes each for false, so that the gate would be open. */
    @ParameterizedTest
    @ValueSource(strings = {"ture", "yes", "1", "no", " true", ""})
    void refusesWhatIsNeitherTrueNorFalse(String value) {
        assertThatThrownBy(() -> UnknownProperties.demandBooleans(
                        Map.of("hardening.failOnViolation", Set.of("true", value)), Set.of("failOnViolation")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("hardening.failOnViolation: '" + value + "' must be true or false");
    }

    @ParameterizedTest
    @CsvSource({
        "hardening.failOnViolation, TRUE",
        "hardening.failOnViolation, false",
        "hardening.failOn, yes",
        "failOnViolation, yes"
    })
    void takesBothInAnyCase(String name, String value) {
        assertThatCode(() -> UnknownProperties.demandBooleans(Map.of(name, Set.of(value)), Set.of("failOnViolation")))
                .doesNotThrowAnyException();
    }

    @Test
    void warnsOfOneThatIsLikeNone() {
        assertThat(warnings("hardening.compiler-flags"))
                .containsExactly(
                        "hardening.compiler-flags on the command line or in .mvn/maven.config is not a property of this"
                                + " plugin");
        assertThat(warnings("hardening.name"))
                .containsExactly(
                        "hardening.name on the command line or in .mvn/maven.config is not a property of this plugin;"
                                + " did you mean hardening.base?");
    }

    @Test
    @SuppressWarnings("deprecation") // There is no other way to make a session.
    void tellsTheLineOfAPom() {
        InputLocation properties = new InputLocation(5, 5);
        properties.setLocation("hardening.flavour", new InputLocation(7, 9));
        Model model = new Model();
        model.setArtifactId("app");
        model.setLocation("properties", properties);
        MavenProject project = new MavenProject(model);
        project.setOriginalModel(model);
        project.getProperties().setProperty("hardening.flavour", "strong");
        project.getProperties().setProperty("hardening.inherited", "yes");
        File root = new File("target/a-build").getAbsoluteFile();
        project.setFile(new File(root, "app/pom.xml"));
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setMultiModuleProjectDirectory(root);
        MavenSession session = new MavenSession(null, null, request, new DefaultMavenExecutionResult());
        session.setProjects(List.of(project));

        assertThat(UnknownProperties.newWarnings(session, new PluginDescriptor()))
                .containsExactly(
                        "hardening.flavour in app/pom.xml:7 is not a property of this plugin",
                        "hardening.inherited in the POM of app is not a property of this plugin");
        assertThat(UnknownProperties.newWarnings(session, new PluginDescriptor()))
                .as("of the next module")
                .isEmpty();
    }

    /** A module that goes on after another failed must not pass. */
    @Test
    @SuppressWarnings("deprecation") // There is no other way to make a session.
    void refusesAMisspeltOneInEachModule() throws Exception {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.getUserProperties().setProperty("hardening.failon", "high");
        MavenSession session = new MavenSession(null, null, request, new DefaultMavenExecutionResult());
        Parameter parameter = new Parameter();
        parameter.setName("failOn");
        parameter.setExpression("${hardening.failOn}");
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal("check");
        goal.addParameter(parameter);
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.addMojo(goal);
        for (int module = 0; module < 2; module++) {
            assertThatThrownBy(() -> UnknownProperties.newWarnings(session, plugin))
                    .isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void warnsInASafeLine() {
        assertThat(warnings("hardening.\u001b[31mred\n"))
                .singleElement()
                .asString()
                .doesNotContain("\u001b", "\n");
    }
}
