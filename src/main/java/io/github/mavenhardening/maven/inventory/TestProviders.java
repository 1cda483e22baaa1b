package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.UsedArtifact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
    private static final String JUPITER = "org.junit.jupiter";
    private static final String VINTAGE = "org.junit.vintage";

    private static final Pattern BEFORE_SERVING_ALL = Pattern.compile("[12]\\..*|3\\.[0-5]\\..*");

    /** The one that Surefire 3.6 names in its code. */
    private static final String TESTNG_ENGINE = "1.1.0";

    private static final int MAX_BYTES = 64 * 1024;

    /** All that a plugin of some version may resolve for a project that has any tests. */
    private static final List<String> ALL = List.of(
            "surefire-junit3",
            "surefire-junit4",
            "surefire-junit47",
            "surefire-junit-platform",
            "surefire-testng",
            "junit-platform-launcher",
            "junit-jupiter-engine",
            "junit-vintage-engine",
            "testng-engine");

    private TestProviders() {}

    /** The artifact ids of what a plugin whose version is not known yet may resolve; empty for one that runs no tests. */
    static List<String> artifactIds(Plugin plugin) {
        return PLUGINS.contains(plugin.getArtifactId()) ? ALL : List.of();
    }

    /**
     * The providers that a plugin may choose, and the engines that it gives them.
     *
     * @param classPath the project's dependencies of all scopes
     * @param hasTests whether the project has sources of tests
     * @param ofPlugin what the plugin itself depends on, by its POM and by the project's
     * @param unread takes the path of a library that would say the version of engines, and cannot be read
     * @return what the plugin may resolve, each on its own; empty for any other plugin
     */
    static List<Artifact> of(
            List<Artifact> classPath,
            boolean hasTests,
            Plugin plugin,
            Collection<UsedArtifact> ofPlugin,
            Consumer<String> unread) {
        if (!PLUGINS.contains(plugin.getArtifactId()) || plugin.getVersion() == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        List<Artifact> artifacts = new ArrayList<>();
        // From 3.6 on, the platform's provider serves every framework.
        boolean servesAll = !BEFORE_SERVING_ALL.matcher(plugin.getVersion()).matches();
        boolean testNg = has(classPath, "org.testng", "testng");
        if (testNg) {
            names.add("surefire-testng");
        }
        Optional<Artifact> junit = find(classPath, "junit", "junit");
        boolean three = junit.isPresent() && junit.get().getVersion().startsWith("3.");
        boolean four = (junit.isPresent() && !three) || has(classPath, "junit", "junit-dep");
        if (four) {
            names.add("surefire-junit4");
            names.add("surefire-junit47");
        }
        Optional<Artifact> jupiter = find(classPath, JUPITER, "junit-jupiter-api");
        Optional<Artifact> engine = find(classPath, PLATFORM, "junit-platform-engine");
        Optional<Artifact> platform = engine.isPresent() ? engine : find(classPath, PLATFORM, "junit-platform-commons");
        Set<String> launchers = versions(ofPlugin, PLATFORM, "junit-platform-engine");
        if (jupiter.isPresent() || platform.isPresent() || !launchers.isEmpty() || servesAll) {
            names.add("surefire-junit-platform");
        }
        // What is left when no other applies, also for tests without any library.
        if (three || (names.isEmpty() && hasTests)) {
            names.add("surefire-junit3");
        }
        for (String name : names) {
            artifacts.add(jar(PROVIDERS, name, plugin.getVersion()));
        }
        if (names.contains("surefire-junit-platform")) {
            // The launcher has the version of the engine, be it that of the tests or that of the plugin.
            platform.ifPresent(found -> launchers.add(found.getVersion()));
            launchers.forEach(version -> artifacts.add(jar(PLATFORM, "junit-platform-launcher", version)));
            Optional<String> api = jupiter.map(Artifact::getVersion);
            boolean always = servesAll && hasTests;
            Optional<String> version = api.isPresent() || !always ? api : builtWith(ofPlugin, unread);
            version.ifPresent(known -> addEngines(classPath, known, always, four, artifacts));
            if (servesAll && testNg) {
                artifacts.add(jar("org.junit.support", "testng-engine", TESTNG_ENGINE));
            }
        }
        return artifacts;
    }

    /**
     * The engines that the tests themselves do not bring.
     *
     * @param version that of the tests' API, else that which the plugin is built with
     * @param always whether the plugin takes them without such an API, too
     * @param four whether there are tests for JUnit 4
     */
    private static void addEngines(
            List<Artifact> classPath, String version, boolean always, boolean four, List<Artifact> artifacts) {
        boolean brought = has(classPath, JUPITER, "junit-jupiter-engine");
        if (!brought) {
            artifacts.add(jar(JUPITER, "junit-jupiter-engine", version));
        }
        // Before 3.6, only together with the other.
        if (four && (always || !brought) && !has(classPath, VINTAGE, "junit-vintage-engine")) {
            artifacts.add(jar(VINTAGE, "junit-vintage-engine", version));
        }
    }

    /** The version of JUnit that Surefire takes where a project has none; empty where its library does not say. */
    private static Optional<String> builtWith(Collection<UsedArtifact> ofPlugin, Consumer<String> unread) {
        for (UsedArtifact library : ofPlugin) {
            if (isJar(library, PROVIDERS, "maven-surefire-common")) {
                try (ZipFile zip = new ZipFile(library.file().toFile())) {
                    ZipEntry entry = zip.getEntry("surefire.junit.version.properties");
                    if (entry != null) {
                        try (InputStream in = zip.getInputStream(entry)) {
                            Properties properties = new Properties();
                            properties.load(new ByteArrayInputStream(in.readNBytes(MAX_BYTES)));
                            return Optional.ofNullable(properties.getProperty("junit.version"));
                        }
                    }
                } catch (IOException | IllegalArgumentException e) {
                    unread.accept(library.path());
                    return Optional.empty(); // Silent: who asks is handed the library.
                }
            }
        }
        return Optional.empty();
    }

    private static Set<String> versions(Collection<UsedArtifact> artifacts, String groupId, String artifactId) {
        Set<String> versions = new TreeSet<>();
        for (UsedArtifact artifact : artifacts) {
            if (isJar(artifact, groupId, artifactId)) {
                artifact.coordinates().ifPresent(known -> versions.add(known.version()));
            }
        }
        return versions;
    }

    private static boolean isJar(UsedArtifact artifact, String groupId, String artifactId) {
        return artifact.coordinates()
                .filter(c -> c.groupId().equals(groupId)
                        && c.artifactId().equals(artifactId)
                        && c.extension().equals("jar"))
                .isPresent();
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
