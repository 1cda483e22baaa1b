package io.github.mavenhardening.maven.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * The providers that Surefire and Failsafe load while they run, which no POM declares: chosen by the
 * test framework on the test class path, as the plugins' documentation has it. Where several could
 * be chosen (JUnit 4 with or without parallel runs), all are named.
 *
 * @see <a href="https://maven.apache.org/surefire/maven-surefire-plugin/examples/providers.html">Surefire:
 *     selecting providers</a>
 */
final class TestProviders {

    private static final Set<String> PLUGINS = Set.of("maven-surefire-plugin", "maven-failsafe-plugin");
    private static final String PROVIDERS = "org.apache.maven.surefire";
    private static final String PLATFORM = "org.junit.platform";

    /** All that a plugin of some version may resolve for a project that has any tests. */
    private static final List<String> ALL = List.of(
            "surefire-junit3",
            "surefire-junit4",
            "surefire-junit47",
            "surefire-junit-platform",
            "surefire-testng",
            "junit-platform-launcher",
            "junit-jupiter-engine");

    private TestProviders() {}

    /** The artifact ids of what a plugin whose version is not known yet may resolve; empty for one that runs no tests. */
    static List<String> artifactIds(Plugin plugin) {
        return PLUGINS.contains(plugin.getArtifactId()) ? ALL : List.of();
    }

    /**
     * The providers that a plugin may choose.
     *
     * @param classPath the project's dependencies of all scopes
     * @param hasTests whether the project has sources of tests
     * @return what the plugin may resolve, each on its own; empty for any other plugin
     */
    static List<Artifact> of(List<Artifact> classPath, boolean hasTests, Plugin plugin) {
        if (!PLUGINS.contains(plugin.getArtifactId()) || plugin.getVersion() == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        List<Artifact> artifacts = new ArrayList<>();
        if (has(classPath, "org.testng", "testng")) {
            names.add("surefire-testng");
        }
        Optional<Artifact> junit = find(classPath, "junit", "junit");
        boolean three = junit.isPresent() && junit.get().getVersion().startsWith("3.");
        if ((junit.isPresent() && !three) || has(classPath, "junit", "junit-dep")) {
            names.add("surefire-junit4");
            names.add("surefire-junit47");
        }
        Optional<Artifact> jupiter = find(classPath, "org.junit.jupiter", "junit-jupiter-api");
        Optional<Artifact> engine = find(classPath, PLATFORM, "junit-platform-engine");
        Optional<Artifact> platform = engine.isPresent() ? engine : find(classPath, PLATFORM, "junit-platform-commons");
        // From 3.6 on, the platform's provider serves every framework.
        if (jupiter.isPresent() || platform.isPresent() || !plugin.getVersion().matches("[12]\\..*|3\\.[0-5]\\..*")) {
            names.add("surefire-junit-platform");
        }
        // What is left when no other applies, also for tests without any library.
        if (three || (names.isEmpty() && hasTests)) {
            names.add("surefire-junit3");
        }
        for (String name : names) {
            artifacts.add(jar(PROVIDERS, name, plugin.getVersion()));
        }
        if (platform.isPresent()) {
            artifacts.add(
                    jar(PLATFORM, "junit-platform-launcher", platform.get().getVersion()));
        }
        if (jupiter.isPresent() && !has(classPath, "org.junit.jupiter", "junit-jupiter-engine")) {
            artifacts.add(jar(
                    "org.junit.jupiter", "junit-jupiter-engine", jupiter.get().getVersion()));
        }
        return artifacts;
    }

    private static boolean has(List<Artifact> classPath, String groupId, String artifactId) {
        return find(classPath, groupId, artifactId).isPresent();
    }

    private static Optional<Artifact> find(List<Artifact> classPath, String groupId, String artifactId) {
        for (Artifact artifact : classPath) {
            if (groupId.equals(artifact.getGroupId()) && artifactId.equals(artifact.getArtifactId())) {
                return Optional.of(artifact);
            }
        }
        return Optional.empty();
    }

    private static Artifact jar(String groupId, String artifactId, String version) {
        return new DefaultArtifact(groupId, artifactId, "jar", version);
    }
}
