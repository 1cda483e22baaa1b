package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Plugin;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;

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

        assertThat(TestProviders.of(classPath, plugin("maven-surefire-plugin", "3.5.4")))
                .extracting(Artifact::getArtifactId)
                .containsExactly("surefire-junit4", "surefire-junit47");
    }

    @Test
    void namesAllOfAPluginWhoseVersionIsNotChosenYet() {
        assertThat(TestProviders.of(List.of(), plugin("maven-failsafe-plugin", null)))
                .isEmpty();
        assertThat(TestProviders.artifactIds(plugin("maven-failsafe-plugin", null)))
                .contains("surefire-junit4", "surefire-junit-platform");
        assertThat(TestProviders.artifactIds(plugin("maven-jar-plugin", null))).isEmpty();
    }
}
