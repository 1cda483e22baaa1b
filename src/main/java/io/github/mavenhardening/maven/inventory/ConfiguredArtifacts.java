package io.github.mavenhardening.maven.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** Coordinates that stand in a plugin's configuration. */
final class ConfiguredArtifacts {

    private static final String PROCESSOR_PATHS = "annotationProcessorPaths";

    /** As {@code resourceBundles} of the remote resources plugin has it; a version starts with a digit. */
    private static final Pattern COMPACT =
            Pattern.compile("([A-Za-z0-9_][\\w.-]{0,200}):([A-Za-z0-9_][\\w.-]{0,200}):([0-9][\\w.-]{0,100})");

    private ConfiguredArtifacts() {}

    /**
     * Annotation processors: code that runs while compiling.
     *
     * @param known those whose coordinates are known
     * @param unknown those of which a coordinate is missing or set while the build runs, as they are written
     */
    record Processors(List<Artifact> known, List<String> unknown) {}

    /** The annotation processors of a compiler's configuration. */
    static Processors annotationProcessors(Object configuration, MavenProject project) {
        List<Artifact> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        if (configuration instanceof Xpp3Dom dom && dom.getChild(PROCESSOR_PATHS) != null) {
            for (Xpp3Dom path : dom.getChild(PROCESSOR_PATHS).getChildren()) {
                Optional<Artifact> processor = artifactOf(path, project);
                if (processor.isPresent()) {
                    known.add(processor.get());
                } else {
                    unknown.add(text(path, "groupId") + ':' + text(path, "artifactId") + ':' + text(path, "version"));
                }
            }
        }
        return new Processors(known, unknown);
    }

    /**
     * Every other element with a groupId, an artifactId and a version, and every text of the form
     * {@code groupId:artifactId:version}: what they mean is the plugin's secret.
     */
    static List<Artifact> others(Object configuration, MavenProject project) {
        List<Artifact> artifacts = new ArrayList<>();
        if (configuration instanceof Xpp3Dom dom) {
            for (Xpp3Dom child : dom.getChildren()) {
                if (!child.getName().equals(PROCESSOR_PATHS)) {
                    Optional<Artifact> elements = artifactOf(child, project);
                    Optional<Artifact> artifact = elements.isPresent() ? elements : artifactOf(child);
                    if (artifact.isPresent()) {
                        artifacts.add(artifact.get());
                    }
                    artifacts.addAll(others(child, project));
                }
            }
        }
        return artifacts;
    }

    private static Optional<Artifact> artifactOf(Xpp3Dom element, MavenProject project) {
        String groupId = text(element, "groupId");
        String artifactId = text(element, "artifactId");
        if (groupId.isEmpty() || artifactId.isEmpty()) {
            return Optional.empty();
        }
        String version = text(element, "version");
        if (version.isEmpty()) {
            version = managedVersion(project, groupId, artifactId);
        }
        String type = text(element, "type");
        boolean incomplete = version.isEmpty() || (groupId + artifactId + version).contains("${");
        return incomplete
                ? Optional.empty()
                : Optional.of(new DefaultArtifact(
                        groupId, artifactId, text(element, "classifier"), type.isEmpty() ? "jar" : type, version));
    }

    private static Optional<Artifact> artifactOf(Xpp3Dom element) {
        Matcher matcher = COMPACT.matcher(
                element.getValue() == null ? "" : element.getValue().strip());
        return matcher.matches()
                ? Optional.of(new DefaultArtifact(matcher.group(1), matcher.group(2), "jar", matcher.group(3)))
                : Optional.empty();
    }

    private static String managedVersion(MavenProject project, String groupId, String artifactId) {
        if (project.getDependencyManagement() == null) {
            return "";
        }
        for (Dependency managed : project.getDependencyManagement().getDependencies()) {
            if (groupId.equals(managed.getGroupId()) && artifactId.equals(managed.getArtifactId())) {
                return managed.getVersion() == null ? "" : managed.getVersion();
            }
        }
        return "";
    }

    private static String text(Xpp3Dom element, String name) {
        Xpp3Dom child = element.getChild(name);
        return child == null || child.getValue() == null ? "" : child.getValue().strip();
    }
}
