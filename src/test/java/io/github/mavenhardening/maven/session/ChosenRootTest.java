package io.github.mavenhardening.maven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenRootTest {

    private static final String PROPERTY = "hardening.root";

    @TempDir
    Path temp;

    private Path root;

    @BeforeEach
    void layOut() throws IOException {
        root = Files.createDirectories(temp.toRealPath().resolve("checkout"));
        Files.createDirectories(root.resolve(".git"));
        Files.createDirectories(root.resolve("decoy"));
        Files.createDirectories(root.resolve("sub/.mvn"));
    }

    @Test
    void isTheCheckoutsWhereNothingIsSaid() {
        assertRoot(ChosenRoot.of(Sessions.of(root.resolve("sub")), Optional.empty(), Map.of()), root, false);
    }

    @Test
    void followsTheCommandLine() {
        MavenSession session = Sessions.of(root, PROPERTY, "decoy");

        assertRoot(ChosenRoot.of(session, decoy(), Map.of()), root.resolve("decoy"), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"decoi", "a-file"})
    void refusesWhatIsNoFolder(String given) {
        Sessions.write(root.resolve("a-file"), "x");
        MavenSession session = Sessions.of(root, PROPERTY, given);

        assertThatThrownBy(() -> ChosenRoot.of(session, Optional.empty(), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("hardening.root: There is no folder '" + given + "'");
    }

    @Test
    void followsTheCommandLineBeforeAPom() {
        MavenSession session = Sessions.of(root, PROPERTY, "sub");

        assertRoot(ChosenRoot.of(session, decoy(), Map.of()), root.resolve("sub"), false);
    }

    @Test
    void doesNotFollowAPom() {
        assertRoot(ChosenRoot.of(Sessions.of(root), decoy(), Map.of()), root, true);
        assertRoot(ChosenRoot.of(Sessions.of(root.resolve("sub")), Optional.of(root), Map.of()), root, false);
    }

    @ParameterizedTest
    @CsvSource({
        "maven.config, -Dhardening.root=decoy",
        "maven.config, --define=hardening.root=decoy",
        "maven.config, # -Dhardening.root=decoy",
        "jvm.config, -Xmx1g -Dhardening.root=decoy",
        "maven-user.properties, hardening.root = decoy",
        "maven-user.properties, hardening\\u002eroot decoy",
        "maven-user.properties, ${includes} = other.properties",
        "maven.properties, hardening.root:decoy",
        "maven-system.properties, hardening.root=decoy"
    })
    void doesNotFollowWhatIsCheckedIn(String file, String line) {
        Sessions.write(root.resolve("sub/.mvn").resolve(file), line);
        MavenSession session =
                Sessions.of(root.resolve("sub"), PROPERTY, root.resolve("decoy").toString());

        assertRoot(ChosenRoot.of(session, decoy(), Map.of()), root, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAVEN_ARGS", "MAVEN_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void doesNotFollowTheEnvironment(String variable) {
        MavenSession session = Sessions.of(root, PROPERTY, root.resolve("decoy").toString());

        assertRoot(ChosenRoot.of(session, decoy(), Map.of(variable, "-B -Dhardening.root=decoy")), root, true);
        assertRoot(ChosenRoot.of(session, decoy(), Map.of(variable, "-B -Dother=decoy")), root.resolve("decoy"), false);
    }

    @Test
    void doesNotFollowWhatAFileThatCannotBeReadMayHaveSaid() throws IOException {
        Files.write(
                root.resolve("sub/.mvn/maven.config"), "-Dhardening.root=\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        MavenSession session =
                Sessions.of(root.resolve("sub"), PROPERTY, root.resolve("decoy").toString());

        assertRoot(ChosenRoot.of(session, decoy(), Map.of()), root, true);
    }

    private Optional<Path> decoy() {
        return Optional.of(root.resolve("decoy"));
    }

    private static void assertRoot(ChosenRoot chosen, Path expected, boolean ignored) {
        assertThat(chosen.path()).isEqualTo(expected);
        assertThat(chosen.ignored().isPresent())
                .as("what was set and not followed")
                .isEqualTo(ignored);
    }
}
