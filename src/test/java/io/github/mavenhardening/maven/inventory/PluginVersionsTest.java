package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.maven.session.Sessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.version.PluginVersionRequest;
import org.apache.maven.plugin.version.PluginVersionResolutionException;
import org.apache.maven.plugin.version.PluginVersionResolver;
import org.apache.maven.plugin.version.PluginVersionResult;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.repository.ArtifactRepository;
import org.eclipse.aether.repository.LocalRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginVersionsTest {

    @TempDir
    Path root;

    private final List<String> asked = new ArrayList<>();

    private final PluginVersionResolver resolver = new PluginVersionResolver() {
        @Override
        public PluginVersionResult resolve(PluginVersionRequest request) throws PluginVersionResolutionException {
            asked.add(request.getArtifactId());
            if (request.getArtifactId().startsWith("unknown")) {
                throw new PluginVersionResolutionException("org.example", "unknown", "not in " + root);
            }
            return new PluginVersionResult() {
                @Override
                public String getVersion() {
                    return "1.4";
                }

                @Override
                public ArtifactRepository getRepository() {
                    return new LocalRepository(root.toFile());
                }
            };
        }
    };

    private static Plugin plugin(String artifactId, String version) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("org.example");
        plugin.setArtifactId(artifactId);
        plugin.setVersion(version);
        return plugin;
    }

    private List<Unresolved> complete(Plugin... plugins) {
        return complete(new PluginVersions(resolver, Sessions.of(root)), plugins);
    }

    private static List<Unresolved> complete(PluginVersions versions, Plugin... plugins) {
        MavenProject project = new MavenProject();
        project.setGroupId("org.example");
        project.setArtifactId("app");
        project.setVersion("1");
        Build build = new Build();
        build.setPlugins(List.of(plugins));
        project.getModel().setBuild(build);
        project.setPluginArtifactRepositories(List.of());
        return versions.complete(project);
    }

    @Test
    void takesTheVersionThatMavenWouldChoose() {
        Plugin plugin = plugin("open-maven-plugin", null);

        assertThat(complete(plugin)).isEmpty();
        assertThat(plugin.getVersion()).isEqualTo("1.4");
    }

    @Test
    void asksOnceForAllModules() {
        PluginVersions versions = new PluginVersions(resolver, Sessions.of(root));
        Plugin first = plugin("open-maven-plugin", null);
        Plugin second = plugin("open-maven-plugin", null);

        assertThat(complete(versions, first)).isEmpty();
        assertThat(complete(versions, second)).isEmpty();
        assertThat(second.getVersion()).isEqualTo("1.4");
        assertThat(asked).containsExactly("open-maven-plugin");
        assertThat(complete(versions, plugin("unknown-maven-plugin", null))).hasSize(1);
        assertThat(complete(versions, plugin("unknown-maven-plugin", null))).hasSize(1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void leavesAVersionAsItIsGiven() {
        Plugin plugin = plugin("pinned-maven-plugin", "1.0");

        assertThat(complete(plugin)).isEmpty();
        assertThat(plugin.getVersion()).isEqualTo("1.0");
        assertThat(asked).isEmpty();
    }

    @Test
    void namesWhatHasNoneAndGoesOn() {
        Plugin unknown = plugin("unknown-maven-plugin", null);
        Plugin known = plugin("open-maven-plugin", null);

        assertThat(complete(unknown, known))
                .containsExactly(new Unresolved(
                        "plugin org.example:unknown-maven-plugin",
                        "no POM gives it a version, and no repository that can be asked lists one",
                        List.of("org.example:app:1"),
                        Certainty.USED));
        assertThat(unknown.getVersion()).isNull();
        assertThat(known.getVersion()).isEqualTo("1.4");
    }
}
