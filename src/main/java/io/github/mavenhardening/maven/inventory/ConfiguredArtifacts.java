package io.github.mavenhardening.maven.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** Coordinates that stand in a plugin's configuration. */
final class ConfiguredArtifacts {

    private static final String PROCESSOR_PATHS = "annotationProcessorPaths";

    /** What separates several in one text; no coordinate has such a character. */
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");

    /** Times, dates among them, and ratios begin with a digit. */
    private static final Pattern LETTER = Pattern.compile("[A-Za-z_]");

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][\\w.+-]{0,200}");

    private static final Pattern VERSION = Pattern.compile("[0-9][\\w.+-]{0,100}");

    /** The elements whose text names an artifact whatever its version looks like: {@code protocArtifact}, {@code resourceBundle}. */
    private static final Pattern NAMING = Pattern.compile("(?i).*(artifact|bundle|coordinates?)s?");

    /** The element that names the signatures of an API, and their type, which Animal Sniffer takes where none is written. */
    private static final String SIGNATURE = "signature";

    /** The elements that have the version of {@code protoc}, as plugins for Protocol Buffers name them. */
    private static final Set<String> PROTOCOL_COMPILERS = Set.of("protoc", "protocVersion");

    /** What types stand for that differ from the extension: extension and classifier. */
    private static final Map<String, List<String>> TYPES = Map.of(
            "test-jar", List.of("jar", "tests"),
            "java-source", List.of("jar", "sources"),
            "javadoc", List.of("jar", "javadoc"),
            "ejb-client", List.of("jar", "client"),
            "maven-plugin", List.of("jar", ""),
            "ejb", List.of("jar", ""),
            "bundle", List.of("jar", ""));

    private ConfiguredArtifacts() {}

    /**
     * Annotation processors: code that runs while compiling.
     *
     * @param known those whose coordinates are known
     * @param unknown those of which a coordinate is missing or set while the build runs, as they are written
     */
    record Processors(List<Artifact> known, List<String> unknown) {}

    /**
     * The annotation processors of a compiler's configuration.
     *
     * @param platform the name of the system, {@code linux-x86_64}
     */
    static Processors annotationProcessors(Object configuration, MavenProject project, String platform) {
        LateExpressions late = new LateExpressions(project, platform);
        List<Artifact> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        if (configuration instanceof Xpp3Dom dom && dom.getChild(PROCESSOR_PATHS) != null) {
            for (Xpp3Dom path : dom.getChild(PROCESSOR_PATHS).getChildren()) {
                Optional<Artifact> processor = artifactOf(path, project, late);
                if (processor.isPresent()) {
                    known.add(processor.get());
                } else {
                    unknown.add(Formatters.text(path, "groupId")
                            + ':'
                            + Formatters.text(path, "artifactId")
                            + ':'
                            + Formatters.text(path, "version"));
                }
            }
        }
        return new Processors(known, unknown);
    }

    /**
     * Every other element with a groupId, an artifactId and a version, every text of the forms
     * {@code groupId:artifactId:version[:type[:classifier]]} and {@code groupId:artifactId:type[:classifier]:version}, and
     * compilers of protocols of which only the version is written: what they mean is the plugin's secret.
     *
     * @param platform the name of the system, {@code linux-x86_64}, whose programs are used
     */
    static List<Artifact> others(Object configuration, MavenProject project, String platform) {
        return others(configuration, project, platform, new LateExpressions(project, platform));
    }

    private static List<Artifact> others(
            Object configuration, MavenProject project, String platform, LateExpressions late) {
        List<Artifact> artifacts = new ArrayList<>();
        if (configuration instanceof Xpp3Dom dom) {
            for (Xpp3Dom child : dom.getChildren()) {
                if (!child.getName().equals(PROCESSOR_PATHS)) {
                    artifactOf(child, project, late).ifPresent(artifacts::add);
                    protocolCompiler(child, platform).ifPresent(artifacts::add);
                    artifacts.addAll(written(child.getName(), child.getValue(), late));
                    artifacts.addAll(others(child, project, platform, late));
                }
            }
        }
        return artifacts;
    }

    /**
     * The same of properties, by which a build or its command line sets parameters of plugins: every text of the forms
     * {@link #others} knows.
     *
     * @param properties values by name
     */
    static List<Artifact> inProperties(Map<String, String> properties, MavenProject project, String platform) {
        LateExpressions late = new LateExpressions(project, platform);
        List<Artifact> artifacts = new ArrayList<>();
        properties.forEach((name, value) -> artifacts.addAll(written(name, value, late)));
        return artifacts;
    }

    private static Optional<Artifact> artifactOf(Xpp3Dom element, MavenProject project, LateExpressions late) {
        String groupId = late.evaluate(Formatters.text(element, "groupId"));
        String artifactId = late.evaluate(Formatters.text(element, "artifactId"));
        if (groupId.isEmpty() || artifactId.isEmpty()) {
            return Optional.empty();
        }
        String version = late.evaluate(Formatters.text(element, "version"));
        if (version.isEmpty()) {
            version = managedVersion(project, groupId, artifactId);
        }
        String type = late.evaluate(Formatters.text(element, "type"));
        if (type.isEmpty() && element.getName().equals(SIGNATURE)) {
            type = SIGNATURE;
        }
        boolean incomplete = version.isEmpty() || (groupId + artifactId + version).contains("${");
        return incomplete
                ? Optional.empty()
                : Optional.of(artifact(
                        groupId, artifactId, version, type, late.evaluate(Formatters.text(element, "classifier"))));
    }

    private static Optional<Artifact> protocolCompiler(Xpp3Dom element, String platform) {
        String version = element.getValue() == null ? "" : element.getValue().strip();
        return PROTOCOL_COMPILERS.contains(element.getName())
                        && VERSION.matcher(version).matches()
                ? Optional.of(artifact("com.google.protobuf", "protoc", version, "exe", platform))
                : Optional.empty();
    }

    private static List<Artifact> written(String name, String value, LateExpressions late) {
        List<Artifact> artifacts = new ArrayList<>();
        String text = value == null ? "" : late.evaluate(value.strip());
        if (text.indexOf(':') >= 0) {
            boolean naming = NAMING.matcher(name).matches();
            for (String word : SEPARATOR.split(text, -1)) {
                written(word, naming).ifPresent(artifacts::add);
            }
        }
        return artifacts;
    }

    /**
     * One text. A version is known by its first character, a digit, since both orders of the parts are in use.
     *
     * @param naming whether it names an artifact for sure, so that a version may look like anything
     */
    private static Optional<Artifact> written(String text, boolean naming) {
        List<String> parts = List.of(text.split(":", -1));
        int count = parts.size();
        if (count < 3
                || count > 5
                || !LETTER.matcher(text).lookingAt()
                || !parts.stream().allMatch(part -> PART.matcher(part).matches())) {
            return Optional.empty();
        }
        String groupId = parts.get(0);
        String artifactId = parts.get(1);
        List<String> rest = parts.subList(2, count);
        boolean last = count > 3
                && VERSION.matcher(parts.get(count - 1)).matches()
                && !VERSION.matcher(rest.get(0)).matches();
        if (last) {
            String classifier = count == 5 ? rest.get(1) : "";
            return Optional.of(artifact(groupId, artifactId, parts.get(count - 1), rest.get(0), classifier));
        }
        if (!naming && !VERSION.matcher(rest.get(0)).matches()) {
            return Optional.empty();
        }
        String type = count > 3 ? rest.get(1) : "";
        String classifier = count == 5 ? rest.get(2) : "";
        return Optional.of(artifact(groupId, artifactId, rest.get(0), type, classifier));
    }

    private static Artifact artifact(
            String groupId, String artifactId, String version, String type, String classifier) {
        List<String> meant = TYPES.getOrDefault(type, List.of(type.isEmpty() ? "jar" : type, ""));
        return new DefaultArtifact(
                groupId, artifactId, classifier.isEmpty() ? meant.get(1) : classifier, meant.get(0), version);
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
}
