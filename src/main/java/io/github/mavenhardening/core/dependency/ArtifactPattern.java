package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.source.Glob;

/**
 * A pattern of artifacts in the policy: {@code groupId} or {@code groupId:artifactId}, in which an asterisk stands for
 * any characters. {@code org.example.*} is also about {@code org.example} itself.
 */
public final class ArtifactPattern {

    private static final String BELOW = ".*";

    private final String text;
    private final Glob group;
    private final String groupItself;
    private final Glob artifact;

    private ArtifactPattern(String text, String group, String artifact) {
        this.text = text;
        this.group = Glob.of(group, false);
        this.groupItself = group.endsWith(BELOW) ? group.substring(0, group.length() - BELOW.length()) : group;
        this.artifact = Glob.of(artifact, false);
    }

    public static ArtifactPattern of(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new ArtifactPattern(text, text, "*")
                : new ArtifactPattern(text, text.substring(0, colon), text.substring(colon + 1));
    }

    public boolean matches(Coordinates coordinates) {
        String groupId = coordinates.groupId();
        return (groupId.equals(groupItself) || group.matches(groupId)) && artifact.matches(coordinates.artifactId());
    }

    /** Of two patterns that match, the longer one says more. */
    public int length() {
        return text.length();
    }
}
