package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.model.Plugin;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestProvidersTest {

    private static Plugin plugin(String artifactId, String version) {
        Plugin plugin = new Plugin();
        plugin.setArtifactId(artifactId);
        plugin.setVersion(version);
        return plugin;
    }

    @Test
    void followsTheTestLibraryOfTheClassPath() {
        List<Artifact> classPath = List.of(new DefaultArtifact("junit:junit:jar:4.13.2"));

        assertThat(TestProviders.of(classPath, true, plugin("maven-surefire-plugin", "3.5.4")))
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

        assertThat(TestProviders.of(classPath, hasTests, plugin("maven-surefire-plugin", version)).stream()
                        .map(Artifact::getArtifactId)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(providers);
    }

    @Test
    void namesAllOfAPluginWhoseVersionIsNotChosenYet() {
        assertThat(TestProviders.of(List.of(), true, plugin("maven-failsafe-plugin", null)))
                .isEmpty();
        assertThat(TestProviders.artifactIds(plugin("maven-failsafe-plugin", null)))
                .contains("surefire-junit4", "surefire-junit-platform");
        assertThat(TestProviders.artifactIds(plugin("maven-jar-plugin", null))).isEmpty();
    }
}
