package io.github.mavenhardening.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.BuildFacts.Chooser;
import io.github.mavenhardening.core.dependency.BuildFacts.UnpinnedVersion;
import io.github.mavenhardening.maven.session.Sessions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpinnedPluginsTest {

    @TempDir
    Path root;

    private static Plugin plugin(String artifactId) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("org.example");
        plugin.setArtifactId(artifactId);
        plugin.setVersion("1.0");
        return plugin;
    }

    private List<UnpinnedVersion> unpinned(Plugin plugin) {
        MavenSession session = Sessions.of(root);
        MavenProject project = new MavenProject();
        project.setFile(root.resolve("pom.xml").toFile());
        project.getBuild().addPlugin(plugin);
        project.setRemoteArtifactRepositories(List.of());
        project.setPluginArtifactRepositories(List.of());
        session.setProjects(List.of(project));
        session.setAllProjects(session.getProjects());
        return UnpinnedPlugins.of(session, root);
    }

    @Test
    void aPluginOfAPomWithoutAVersionIsTheNewest() {
        Plugin declared = plugin("declared");
        declared.setLocation("", new InputLocation(7, 3));

        assertThat(unpinned(declared)).singleElement().satisfies(plugin -> {
            assertThat(plugin.key()).isEqualTo("org.example:declared");
            assertThat(plugin.chooser()).isEqualTo(Chooser.NEWEST);
        });
    }

    @Test
    void aPluginWithAVersionIsNot() {
        Plugin declared = plugin("declared");
        declared.setLocation("", new InputLocation(7, 3));
        declared.setLocation("version", new InputLocation(10, 5));

        assertThat(unpinned(declared)).isEmpty();
    }

    /** As the packaging {@code bundle} names plugins alone: the place of the version is noted, and there is none. */
    @Test
    void aPluginThatALifecycleNamesAloneIsTheNewest() {
        InputSource source = new InputSource();
        source.setModelId("org.apache.maven:maven-core:3.9.16:default-lifecycle-bindings");
        Plugin named = plugin("named");
        named.setLocation("", new InputLocation(-1, -1, source));
        named.setLocation("version", new InputLocation(-1, -1, source));

        named.setVersion(null);
        assertThat(unpinned(named)).singleElement().satisfies(plugin -> {
            assertThat(plugin.chooser()).isEqualTo(Chooser.NEWEST);
            assertThat(plugin.version()).isEqualTo(UnpinnedVersion.NONE_YET);
        });
        named.setVersion("3.5.0");
        assertThat(unpinned(named))
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.chooser()).isEqualTo(Chooser.LIFECYCLE));
    }

    /** As the Git versioning extension adds itself, with the version that it was loaded in. */
    @Test
    void aPluginThatAnExtensionAddsHasItsVersionFromThere() {
        assertThat(unpinned(plugin("added"))).isEmpty();
    }

    private MavenProject module(String name, MavenProject parent, Plugin plugin) {
        MavenProject project = new MavenProject();
        project.setGroupId("org.example");
        project.setArtifactId(name.isEmpty() ? "parent" : name);
        project.setVersion("1");
        project.setFile(root.resolve(name).resolve("pom.xml").toFile());
        project.setParent(parent);
        project.getBuild().addPlugin(plugin);
        return project;
    }

    /** The newest is one choice, whether Maven has asked for it yet or not; a version from a POM is another. */
    @Test
    void tellsModulesThatLackAVersionFromThoseThatHaveOne() {
        Plugin asked = plugin("tool");
        asked.setLocation("", new InputLocation(7, 3));
        Plugin notYet = plugin("tool");
        notYet.setVersion(null);
        Plugin pinned = plugin("tool");
        pinned.setLocation("", new InputLocation(7, 3));
        pinned.setLocation("version", new InputLocation(10, 5));
        MavenProject parent = module("", null, plugin("another"));
        MavenSession session = Sessions.of(root);
        List<MavenProject> built = List.of(module("a", parent, notYet), module("b", null, asked));
        session.setProjects(built);
        session.setAllProjects(List.of(built.get(0), built.get(1), module("left-out", parent, pinned)));

        assertThat(UnpinnedPlugins.of(session, root))
                .containsExactly(new UnpinnedVersion(
                        "org.example:tool",
                        "1.0",
                        Chooser.NEWEST,
                        List.of(List.of("a/pom.xml", "pom.xml"), List.of("b/pom.xml")),
                        Set.of("left-out/pom.xml", "pom.xml")));
    }
}
