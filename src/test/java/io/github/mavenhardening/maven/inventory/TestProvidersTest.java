package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.model.Plugin;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestProvidersTest {

    private final List<String> unread = new ArrayList<>();

    private static Plugin plugin(String artifactId, String version) {
        Plugin plugin = new Plugin();
        plugin.setArtifactId(artifactId);
        plugin.setVersion(version);
        return plugin;
    }

    @Test
    void followsTheTestLibraryOfTheClassPath() {
        List<Artifact> classPath = List.of(new DefaultArtifact("junit:junit:jar:4.13.2"));

        assertThat(TestProviders.of(classPath, true, plugin("maven-surefire-plugin", "3.5.4"), List.of(), unread::add))
                .extracting(Artifact::getArtifactId)
                .containsExactly("surefire-junit4", "surefire-junit47");
    }

    @ParameterizedTest
    @CsvSource({
        "junit:junit:jar:3.8.2, false, 3.5.4, surefire-junit3",
        "junit:junit-dep:jar:4.11, true, 2.22.2, surefire-junit4 surefire-junit47",
        "org.testng:testng:jar:7.10.2, true, 3.5.4, surefire-testng",
        "org.example:lib:jar:1, true, 3.5.4, surefire-junit3",
        "org.example:lib:jar:1, false, 3.5.4, ''",
        "org.example:lib:jar:1, true, 3.6.0, surefire-junit-platform"
    })
    void takesTheProviderOfOldAndOfBareTests(String library, boolean hasTests, String version, String providers) {
        List<Artifact> classPath = List.of(new DefaultArtifact(library));

        assertThat(
                        TestProviders.of(
                                        classPath,
                                        hasTests,
                                        plugin("maven-surefire-plugin", version),
                                        List.of(),
                                        unread::add)
                                .stream()
                                .map(Artifact::getArtifactId)
                                .collect(Collectors.joining(" ")))
                .isEqualTo(providers);
    }

    private static UsedArtifact library(String groupId, String artifactId, String version, Path file) {
        Coordinates coordinates = new Coordinates(groupId, artifactId, version, version, "", "jar");
        return new UsedArtifact(
                coordinates.layoutPath(), Optional.of(coordinates), List.of(), file, Certainty.USED, true);
    }

    private List<String> chosen(String version, List<UsedArtifact> ofPlugin, String... classPath) {
        return TestProviders.of(
                        Stream.of(classPath)
                                .map(DefaultArtifact::new)
                                .map(Artifact.class::cast)
                                .toList(),
                        true,
                        plugin("maven-surefire-plugin", version),
                        ofPlugin,
                        unread::add)
                .stream()
                .map(artifact -> artifact.getArtifactId() + ':' + artifact.getVersion())
                .toList();
    }

    @Test
    void takesTheLauncherOfTheEngineThatThePluginHasAmongItsDependencies() {
        UsedArtifact engine = library("org.junit.platform", "junit-platform-engine", "1.10.3", Path.of("engine.jar"));

        assertThat(chosen("3.5.2", List.of(engine), "org.junit.jupiter:junit-jupiter-api:5.11.3"))
                .containsExactly(
                        "surefire-junit-platform:3.5.2",
                        "junit-platform-launcher:1.10.3",
                        "junit-jupiter-engine:5.11.3");
        assertThat(chosen("3.5.2", List.of(engine), "junit:junit:4.13.2"))
                .contains("surefire-junit-platform:3.5.2", "junit-platform-launcher:1.10.3");
    }

    @Test
    void takesTheEngineForJUnit4BesideJUnit5() {
        assertThat(chosen("3.5.2", List.of(), "junit:junit:4.13.2", "org.junit.jupiter:junit-jupiter-api:5.9.2"))
                .contains("junit-jupiter-engine:5.9.2", "junit-vintage-engine:5.9.2");
        assertThat(chosen("3.5.2", List.of(), "junit:junit:4.13.2")).noneMatch(name -> name.contains("engine"));
        assertThat(chosen(
                        "3.5.2",
                        List.of(),
                        "junit:junit:4.13.2",
                        "org.junit.jupiter:junit-jupiter-api:5.9.2",
                        "org.junit.vintage:junit-vintage-engine:5.9.2"))
                .doesNotContain("junit-vintage-engine:5.9.2");
    }

    @Test
    void takesTheEngineForJUnit4BesideAnEngineOfTheTestsFrom36On() {
        String[] classPath = {
            "junit:junit:4.13.2",
            "org.junit.jupiter:junit-jupiter-api:5.10.5",
            "org.junit.jupiter:junit-jupiter-engine:5.10.5"
        };

        assertThat(chosen("3.5.2", List.of(), classPath)).noneMatch(name -> name.contains("engine"));
        assertThat(chosen("3.6.1", List.of(), classPath))
                .contains("junit-vintage-engine:5.10.5")
                .doesNotContain("junit-jupiter-engine:5.10.5");
    }

    @Test
    void takesTheEnginesOfTheVersionThatSurefireIsBuiltWithWhereTestsHaveNone(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("common.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("surefire.junit.version.properties"));
            zip.write("junit.version=5.14.4\n".getBytes(StandardCharsets.UTF_8));
        }
        List<UsedArtifact> common =
                List.of(library("org.apache.maven.surefire", "maven-surefire-common", "3.6.1", jar));

        assertThat(chosen("3.6.1", common, "junit:junit:4.13.2"))
                .contains("junit-jupiter-engine:5.14.4", "junit-vintage-engine:5.14.4");
        assertThat(chosen("3.6.1", common, "org.testng:testng:7.10.2"))
                .contains("junit-jupiter-engine:5.14.4", "testng-engine:1.1.0")
                .doesNotContain("junit-vintage-engine:5.14.4");
        assertThat(chosen("3.6.1", common, "org.junit.jupiter:junit-jupiter-api:5.10.1"))
                .contains("junit-jupiter-engine:5.10.1");
        assertThat(chosen("3.5.2", common, "junit:junit:4.13.2")).noneMatch(name -> name.contains("engine"));
    }

    @Test
    void saysWhichLibraryCannotBeRead(@TempDir Path folder) throws Exception {
        Path jar = Files.writeString(folder.resolve("common.jar"), "no archive");
        UsedArtifact common = library("org.apache.maven.surefire", "maven-surefire-common", "3.6.1", jar);

        assertThat(chosen("3.6.1", List.of(common), "junit:junit:4.13.2")).noneMatch(name -> name.contains("engine"));
        assertThat(unread)
                .containsExactly(
                        "org/apache/maven/surefire/maven-surefire-common/3.6.1/maven-surefire-common-3.6.1.jar");
    }

    @Test
    void namesAllOfAPluginWhoseVersionIsNotChosenYet() {
        assertThat(TestProviders.of(List.of(), true, plugin("maven-failsafe-plugin", null), List.of(), unread::add))
                .isEmpty();
        assertThat(TestProviders.artifactIds(plugin("maven-failsafe-plugin", null)))
                .contains("surefire-junit4", "surefire-junit-platform");
        assertThat(TestProviders.artifactIds(plugin("maven-jar-plugin", null))).isEmpty();
    }
}
