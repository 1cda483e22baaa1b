package io.github.mavenhardening.core.lock;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Maven coordinates of one file.
 *
 * @param groupId for example {@code org.example}
 * @param artifactId for example {@code lib}
 * @param version the resolved version; of a snapshot, the timestamped one
 * @param baseVersion the version that names the folder: {@code 1.0-SNAPSHOT} where the version is
 *     {@code 1.0-20260102.030405-6}, else the same as the version
 * @param classifier empty where there is none
 * @param extension for example {@code jar} or {@code pom}
 */
public record Coordinates(
        String groupId, String artifactId, String version, String baseVersion, String classifier, String extension) {

    /** Refuses nulls: the absence of a classifier is the empty string. */
    public Coordinates {
        Objects.requireNonNull(groupId, "groupId");
        Objects.requireNonNull(artifactId, "artifactId");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(baseVersion, "baseVersion");
        Objects.requireNonNull(classifier, "classifier");
        Objects.requireNonNull(extension, "extension");
    }

    /** The POM with these coordinates. */
    public static Coordinates pom(String groupId, String artifactId, String version) {
        return new Coordinates(groupId, artifactId, version, version, "", "pom");
    }

    /**
     * What a path in the repository layout says about its file.
     *
     * @return empty for a path that is none of the layout's, and for a snapshot with a time stamp
     */
    public static Optional<Coordinates> ofLayoutPath(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length < 4) {
            return Optional.empty();
        }
        String artifactId = parts[parts.length - 3];
        String version = parts[parts.length - 2];
        String file = parts[parts.length - 1];
        String stem = artifactId + '-' + version;
        if (!file.startsWith(stem) || file.length() == stem.length()) {
            return Optional.empty();
        }
        String rest = file.substring(stem.length());
        int dot = rest.indexOf('.');
        boolean plain = dot == 0;
        boolean classified = dot > 1 && rest.charAt(0) == '-';
        if (!plain && !classified) {
            return Optional.empty();
        }
        String groupId = String.join(".", List.of(parts).subList(0, parts.length - 3));
        String classifier = plain ? "" : rest.substring(1, dot);
        return Optional.of(new Coordinates(groupId, artifactId, version, version, classifier, rest.substring(dot + 1)));
    }

    /** The POM that describes the file with these coordinates. */
    public Coordinates pom() {
        return new Coordinates(groupId, artifactId, version, baseVersion, "", "pom");
    }

    /** Group, artifact and version, without what tells the files of one module apart. */
    public String gav() {
        return groupId + ':' + artifactId + ':' + baseVersion;
    }

    /**
     * The path in the default layout of a Maven repository.
     *
     * @see <a href="https://maven.apache.org/repositories/layout.html">Maven: repository layout</a>
     */
    public String layoutPath() {
        return groupId.replace('.', '/')
                + '/'
                + artifactId
                + '/'
                + baseVersion
                + '/'
                + artifactId
                + '-'
                + version
                + (classifier.isEmpty() ? "" : '-' + classifier)
                + '.'
                + extension;
    }

    /** As Maven writes it: {@code groupId:artifactId:extension[:classifier]:version}. */
    @Override
    public String toString() {
        return groupId
                + ':'
                + artifactId
                + ':'
                + extension
                + (classifier.isEmpty() ? "" : ':' + classifier)
                + ':'
                + version;
    }
}
