package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;

class PluginCompanionsTest {

    private static Plugin plugin(String groupId, String artifactId, Optional<String> configuration) throws Exception {
        Plugin plugin = new Plugin();
        plugin.setGroupId(groupId);
        plugin.setArtifactId(artifactId);
        plugin.setVersion("0.10.3");
        if (configuration.isPresent()) {
            PluginExecution execution = new PluginExecution();
            execution.setConfiguration(Xpp3DomBuilder.build(
                    new StringReader("<configuration>" + configuration.get() + "</configuration>")));
            plugin.addExecution(execution);
        }
        return plugin;
    }

    private static Plugin scala(Optional<String> configuration) throws Exception {
        return plugin("net.alchim31.maven", "scala-maven-plugin", configuration);
    }

    private static List<String> of(MavenProject project, Plugin plugin, String... classPath) {
        List<Artifact> artifacts = new ArrayList<>();
        for (String one : classPath) {
            artifacts.add(new DefaultArtifact(one));
        }
        return PluginCompanions.of(artifacts, project, plugin).stream()
                .map(Artifact::toString)
                .toList();
    }

    @Test
    void takesTheCompilerInTheVersionOfTheLibrary() throws Exception {
        MavenProject project = new MavenProject();

        assertThat(of(project, scala(Optional.empty()), "org.scala-lang:scala-library:2.13.14"))
                .containsExactly("org.scala-lang:scala-compiler:jar:2.13.14");
        assertThat(of(
                        project,
                        scala(Optional.empty()),
                        "org.scala-lang:scala3-library_3:3.3.4",
                        "org.scala-lang:scala-library:2.13.14"))
                .containsExactly(
                        "org.scala-lang:scala3-compiler_3:jar:3.3.4", "org.scala-lang:scala3-sbt-bridge:jar:3.3.4");
        assertThat(of(project, scala(Optional.empty()), "org.example:lib:1")).isEmpty();
    }

    @Test
    void takesTheCompilerThatTheBuildNames() throws Exception {
        MavenProject project = new MavenProject();

        assertThat(of(
                        project,
                        scala(Optional.of("<scalaVersion>2.12.20</scalaVersion>")),
                        "org.scala-lang:scala-library:2.12.1"))
                .containsExactly("org.scala-lang:scala-compiler:jar:2.12.20");
        project.getProperties().setProperty("scala.version", "2.11.12");
        assertThat(of(project, scala(Optional.empty()))).containsExactly("org.scala-lang:scala-compiler:jar:2.11.12");
    }

    @Test
    void takesDataThatArePublishedWithThePlugin() throws Exception {
        Plugin graal = plugin("org.graalvm.buildtools", "native-maven-plugin", Optional.empty());

        assertThat(of(new MavenProject(), graal))
                .containsExactly("org.graalvm.buildtools:graalvm-reachability-metadata:zip:repository:0.10.3");
        assertThat(of(new MavenProject(), plugin("org.example", "native-maven-plugin", Optional.empty())))
                .isEmpty();
    }

    private static UsedArtifact zinc(String version, Certainty certainty) {
        Coordinates library = new Coordinates("org.scala-sbt", "compiler-interface", version, version, "", "jar");
        return new UsedArtifact(
                library.layoutPath(), Optional.of(library), List.of(), Path.of("compiler-interface.jar"), certainty);
    }

    private static Optional<String> bridge(Plugin plugin, String scala, UsedArtifact... ofPlugin) {
        return PluginCompanions.bridge(
                        List.of(new DefaultArtifact("org.scala-lang:scala-library:" + scala)),
                        new MavenProject(),
                        plugin,
                        List.of(ofPlugin))
                .map(Artifact::toString);
    }

    @Test
    void takesTheBridgeOfTheReleaseOfZincThatThePluginHas() throws Exception {
        Plugin plugin = scala(Optional.empty());

        assertThat(bridge(plugin, "2.13.13", zinc("1.2.0", Certainty.ELSEWHERE), zinc("1.3.1", Certainty.USED)))
                .hasValue("org.scala-sbt:compiler-bridge_2.13:jar:sources:1.3.1");
        assertThat(bridge(plugin, "2.12.20", zinc("1.10.4", Certainty.USED)))
                .hasValue("org.scala-sbt:compiler-bridge_2.12:jar:sources:1.10.4");
        assertThat(bridge(plugin, "2.13.13")).isEmpty();
        assertThat(bridge(plugin, "3.3.4", zinc("1.10.4", Certainty.USED))).isEmpty();
        assertThat(bridge(
                        scala(Optional.of("<recompileMode>all</recompileMode>")),
                        "2.13.13",
                        zinc("1.3.1", Certainty.USED)))
                .isEmpty();
        assertThat(bridge(
                        plugin("org.example", "scala-maven-plugin", Optional.empty()),
                        "2.13.13",
                        zinc("1.3.1", Certainty.USED)))
                .isEmpty();
    }

    @Test
    void takesWhatIsUnpackedBesideDependencies() throws Exception {
        MavenProject project = new MavenProject();
        project.setDependencies(List.of(dependency("api", "provided"), dependency("impl", "compile")));
        Plugin plugin = plugin(
                "org.apache.maven.plugins",
                "maven-dependency-plugin",
                Optional.of("<classifier>sources</classifier><includeScope>provided</includeScope>"
                        + "<excludeTransitive>true</excludeTransitive>"));
        String[] classPath = {"org.example:api:1.0", "org.example:impl:1.0", "org.example:other:2.0"};

        plugin.getExecutions().get(0).setGoals(List.of("unpack-dependencies"));
        assertThat(of(project, plugin, classPath)).containsExactly("org.example:api:jar:sources:1.0");

        plugin.getExecutions().get(0).setGoals(List.of("build-classpath"));
        assertThat(of(project, plugin, classPath)).isEmpty();

        Plugin others = plugin(
                "org.apache.maven.plugins",
                "maven-dependency-plugin",
                Optional.of("<excludeArtifactIds>impl, none</excludeArtifactIds>"));
        others.getExecutions().get(0).setGoals(List.of("sources"));
        assertThat(of(project, others, classPath))
                .containsExactly("org.example:api:jar:sources:1.0", "org.example:other:jar:sources:2.0");
    }

    private static Dependency dependency(String artifactId, String scope) {
        Dependency dependency = new Dependency();
        dependency.setGroupId("org.example");
        dependency.setArtifactId(artifactId);
        dependency.setScope(scope);
        return dependency;
    }
}
