package io.github.mavenhardening.maven.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * Files that belong to a project's dependencies and that {@code maven-dependency-plugin} takes beside them, by a classifier: sources that
 * are unpacked, for one.
 *
 * @see <a href="https://maven.apache.org/plugins/maven-dependency-plugin/unpack-dependencies-mojo.html">dependency:unpack-dependencies</a>
 */
final class DependencyCopies {

    static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin";

    private static final String SOURCES = "sources";

    /** The goals with a parameter for the classifier, and those that take sources without one. */
    private static final Set<String> TAKING = Set.of("copy-dependencies", "unpack-dependencies");

    private static final Set<String> TAKING_SOURCES = Set.of(SOURCES, "resolve-sources");

    /** By the scope that is asked for, those of the dependencies that are taken; all for any other. */
    private static final Map<String, Set<String>> SCOPES = Map.of(
            "runtime", Set.of("compile", "runtime"),
            "compile", Set.of("compile", "provided", "system"),
            "provided", Set.of("provided"),
            "system", Set.of("system"));

    private DependencyCopies() {}

    /**
     * Those that the plugin's goals take in a project.
     *
     * @param classPath the project's dependencies of all scopes
     */
    static List<Artifact> of(List<Artifact> classPath, MavenProject project, Plugin plugin) {
        List<Artifact> taken = new ArrayList<>();
        Map<String, String> scopes = new HashMap<>();
        for (Dependency dependency : project.getDependencies()) {
            scopes.put(
                    dependency.getGroupId() + ':' + dependency.getArtifactId(),
                    Optional.ofNullable(dependency.getScope()).orElse("compile"));
        }
        for (PluginExecution execution : plugin.getExecutions()) {
            Optional<String> classifier = classifier(execution);
            if (classifier.isPresent()) {
                for (Artifact artifact : classPath) {
                    if (isTaken(artifact, scopes, execution)) {
                        taken.add(new DefaultArtifact(
                                artifact.getGroupId(),
                                artifact.getArtifactId(),
                                classifier.get(),
                                text(execution, "type").orElse(artifact.getExtension()),
                                artifact.getVersion()));
                    }
                }
            }
        }
        return taken;
    }

    private static Optional<String> classifier(PluginExecution execution) {
        for (String goal : execution.getGoals()) {
            if (TAKING.contains(goal) && text(execution, "classifier").isPresent()) {
                return text(execution, "classifier");
            }
            if (TAKING_SOURCES.contains(goal)) {
                return Optional.of(SOURCES);
            }
        }
        return Optional.empty();
    }

    /** @param scopes those that the project gives to its own dependencies, by group and artifact */
    private static boolean isTaken(Artifact artifact, Map<String, String> scopes, PluginExecution execution) {
        Optional<String> scope =
                Optional.ofNullable(scopes.get(artifact.getGroupId() + ':' + artifact.getArtifactId()));
        boolean takesOthers =
                text(execution, "excludeTransitive").filter("true"::equals).isEmpty();
        Set<String> taken = SCOPES.get(text(execution, "includeScope").orElse(""));
        // The scope of what comes by another dependency is not known here.
        return (scope.isEmpty() ? takesOthers : taken == null || taken.contains(scope.get()))
                && isNamed(artifact.getGroupId(), "GroupIds", execution)
                && isNamed(artifact.getArtifactId(), "ArtifactIds", execution);
    }

    /** Whether the lists of what is included and excluded let a name through. */
    private static boolean isNamed(String name, String list, PluginExecution execution) {
        List<String> included = names(execution, "include" + list);
        return (included.isEmpty() || included.contains(name))
                && !names(execution, "exclude" + list).contains(name);
    }

    private static List<String> names(PluginExecution execution, String list) {
        return text(execution, list)
                .map(text -> Arrays.asList(text.split("\\s{0,9},\\s{0,9}", -1)))
                .orElse(List.of());
    }

    private static Optional<String> text(PluginExecution execution, String name) {
        Xpp3Dom child = execution.getConfiguration() instanceof Xpp3Dom dom ? dom.getChild(name) : null;
        return child == null || child.getValue() == null || child.getValue().isBlank()
                ? Optional.empty()
                : Optional.of(child.getValue().strip());
    }
}
