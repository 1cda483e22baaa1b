package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * What plugins resolve while they run in a version that stands elsewhere: the compiler of the language whose library a project
 * depends on, files beside its dependencies, and data that are published with the plugin itself.
 *
 * @see <a href="https://davidb.github.io/scala-maven-plugin/compile-mojo.html">scala-maven-plugin: scalaVersion</a>
 * @see <a href="https://graalvm.github.io/native-build-tools/latest/maven-plugin.html">Native Build Tools: the metadata repository</a>
 */
final class PluginCompanions {

    private static final String SCALA = "org.scala-lang";
    private static final String SCALA_PLUGIN = "net.alchim31.maven:scala-maven-plugin";
    private static final String ZINC = "org.scala-sbt";

    /** The plugin's default: Zinc compiles. */
    private static final String INCREMENTAL = "incremental";

    /** What of a release of Scala 2 is in the names of what is compiled for it. */
    private static final Pattern BINARY = Pattern.compile("2\\.1\\d(?=\\.)");

    private PluginCompanions() {}

    /**
     * Those that a plugin may resolve for a project; empty for most plugins.
     *
     * @param classPath the project's dependencies of all scopes
     */
    static List<Artifact> of(List<Artifact> classPath, MavenProject project, Plugin plugin) {
        return switch (plugin.getKey()) {
            case SCALA_PLUGIN -> scala(classPath, project, plugin);
            case "org.graalvm.buildtools:native-maven-plugin" -> metadata(plugin);
            case DependencyCopies.PLUGIN -> DependencyCopies.of(classPath, project, plugin);
            default -> List.of();
        };
    }

    /**
     * What connects Zinc with a compiler of Scala 2: sources that the plugin compiles once on each machine, below {@code ~/.sbt}, with
     * all that their POM declares. Where that was done before, nothing of it is resolved; the next machine needs it all the same.
     *
     * @param classPath the project's dependencies of all scopes
     * @param ofPlugin what the plugin itself depends on, with the release of Zinc among it
     */
    static Optional<Artifact> bridge(
            List<Artifact> classPath, MavenProject project, Plugin plugin, Collection<UsedArtifact> ofPlugin) {
        if (!plugin.getKey().equals(SCALA_PLUGIN)
                || !configured(plugin, "recompileMode").orElse(INCREMENTAL).equals(INCREMENTAL)) {
            return Optional.empty();
        }
        Optional<String> scala = scalaVersion(classPath, project, plugin);
        Matcher binary = BINARY.matcher(scala.orElse(""));
        if (!binary.lookingAt()) {
            return Optional.empty();
        }
        for (UsedArtifact library : ofPlugin) {
            Optional<Coordinates> zinc = library.coordinates()
                    .filter(one -> one.groupId().equals(ZINC)
                            && one.artifactId().equals("compiler-interface")
                            && one.extension().equals("jar"));
            if (zinc.isPresent() && library.certainty() != Certainty.ELSEWHERE) {
                return Optional.of(new DefaultArtifact(
                        ZINC,
                        "compiler-bridge_" + binary.group(),
                        "sources",
                        "jar",
                        zinc.get().version()));
            }
        }
        return Optional.empty();
    }

    /** The library of Scala 3 brings that of Scala 2 along. */
    private static Optional<String> scalaVersion(List<Artifact> classPath, MavenProject project, Plugin plugin) {
        return configured(plugin, "scalaVersion")
                .or(() -> Optional.ofNullable(project.getProperties().getProperty("scala.version")))
                .or(() -> version(classPath, "scala3-library_3"))
                .or(() -> version(classPath, "scala-library"));
    }

    private static List<Artifact> scala(List<Artifact> classPath, MavenProject project, Plugin plugin) {
        Optional<String> version = scalaVersion(classPath, project, plugin);
        if (version.isEmpty()) {
            return List.of();
        }
        return version.get().startsWith("3.")
                ? List.of(jar("scala3-compiler_3", version.get()), jar("scala3-sbt-bridge", version.get()))
                : List.of(jar("scala-compiler", version.get()));
    }

    private static List<Artifact> metadata(Plugin plugin) {
        return plugin.getVersion() == null
                ? List.of()
                : List.of(new DefaultArtifact(
                        plugin.getGroupId(),
                        "graalvm-reachability-metadata",
                        "repository",
                        "zip",
                        plugin.getVersion()));
    }

    private static Optional<String> version(List<Artifact> classPath, String artifactId) {
        for (Artifact artifact : classPath) {
            if (artifact.getGroupId().equals(SCALA) && artifact.getArtifactId().equals(artifactId)) {
                return Optional.of(artifact.getVersion());
            }
        }
        return Optional.empty();
    }

    private static Artifact jar(String artifactId, String version) {
        return new DefaultArtifact(SCALA, artifactId, "jar", version);
    }

    /** What the plugin's configuration has, or that of one of its executions. */
    private static Optional<String> configured(Plugin plugin, String element) {
        List<Object> configurations = new ArrayList<>();
        configurations.add(plugin.getConfiguration());
        for (PluginExecution execution : plugin.getExecutions()) {
            configurations.add(execution.getConfiguration());
        }
        for (Object configuration : configurations) {
            if (configuration instanceof Xpp3Dom dom
                    && !Formatters.text(dom, element).isEmpty()) {
                return Optional.of(Formatters.text(dom, element));
            }
        }
        return Optional.empty();
    }
}
