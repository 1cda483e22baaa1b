package io.github.mavenhardening.maven.lock;

import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;

/**
 * The versions of an artifact, the prefixes of a group's plugins, or both, as Maven reads them of a repository. The texts have nothing
 * that would need an escape.
 *
 * @see <a href="https://maven.apache.org/ref/current/maven-repository-metadata/repository-metadata.html">Maven: repository metadata</a>
 */
final class VersionList {

    /** As old as can be: what a repository says itself is newer. Without one Maven takes no newest version from the list. */
    private static final String UPDATED = "19700101000000";

    private static final String SNAPSHOT = "-SNAPSHOT";

    private final SortedSet<String> versions =
            new TreeSet<>(Comparator.comparing(DefaultArtifactVersion::new).thenComparing(Comparator.naturalOrder()));

    private final SortedSet<String> releases = new TreeSet<>(versions.comparator());

    /** Artifacts by prefix. */
    private final TreeMap<String, SortedSet<String>> plugins = new TreeMap<>();

    private String latest = "";
    private String release = "";

    void add(String version) {
        versions.add(version);
        if (!version.endsWith(SNAPSHOT)) {
            releases.add(version);
        }
    }

    void add(String prefix, String artifactId) {
        plugins.computeIfAbsent(prefix, unknown -> new TreeSet<>()).add(artifactId);
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    /** Names the newest of all versions, those of other lists included, where this list has it. */
    void newest(VersionList all) {
        latest = versions.contains(all.versions.last()) ? all.versions.last() : latest;
        release = !all.releases.isEmpty() && releases.contains(all.releases.last()) ? all.releases.last() : release;
    }

    String xml() {
        StringBuilder xml = new StringBuilder("<metadata>\n");
        if (!plugins.isEmpty()) {
            xml.append("  <plugins>\n");
            plugins.forEach((prefix, artifacts) -> artifacts.forEach(artifact -> xml.append("    <plugin>")
                    .append(element("prefix", prefix))
                    .append(element("artifactId", artifact))
                    .append("</plugin>\n")));
            xml.append("  </plugins>\n");
        }
        if (!versions.isEmpty()) {
            xml.append("  <versioning>\n");
            xml.append(latest.isEmpty() ? "" : "    " + element("latest", latest) + '\n');
            xml.append(release.isEmpty() ? "" : "    " + element("release", release) + '\n');
            xml.append("    <versions>\n");
            versions.forEach(version ->
                    xml.append("      ").append(element("version", version)).append('\n'));
            xml.append("    </versions>\n    ")
                    .append(element("lastUpdated", UPDATED))
                    .append("\n  </versioning>\n");
        }
        return xml.append("</metadata>\n").toString();
    }

    private static String element(String name, String text) {
        return '<' + name + '>' + text + "</" + name + '>';
    }
}
