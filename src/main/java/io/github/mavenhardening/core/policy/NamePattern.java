package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.source.Glob;

/**
 * A pattern of names: {@code *} stands for any characters, {@code ?} for one, and every other character for itself, the
 * bracket of a version range too.
 */
public final class NamePattern {

    private final String text;
    private final Glob glob;

    private NamePattern(String text) {
        this.text = text;
        this.glob = Glob.of(text.replaceAll("[\\[\\\\]", "\\\\$0"), false);
    }

    /** That of a text, without blanks around it. */
    public static NamePattern of(String text) {
        return new NamePattern(text.strip());
    }

    /** Whether the whole name fits. */
    boolean matches(String name) {
        return glob.matches(name);
    }

    /** Whether the name fits, or what stands before the last separator where the pattern has none. */
    boolean matchesWithOrWithout(char separator, String name) {
        int end = text.indexOf(separator) < 0 ? name.lastIndexOf(separator) : -1;
        return matches(end < 0 ? name : name.substring(0, end));
    }

    /** Whether the name of an artifact fits, {@code groupId:artifactId:version}, or without the version where it has none. */
    boolean matchesArtifact(String coordinates) {
        boolean ofVersions = text.indexOf(':') != text.lastIndexOf(':');
        int second = coordinates.indexOf(':', coordinates.indexOf(':') + 1);
        return matches(ofVersions || second < 0 ? coordinates : coordinates.substring(0, second));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamePattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As written. */
    @Override
    public String toString() {
        return text;
    }
}
