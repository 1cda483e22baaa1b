package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The permissions of a {@code GITHUB_TOKEN}.
 *
 * @param key the key {@code permissions}
 * @param base what the whole is, where it is not a list of permissions
 * @param grants the single permissions, in the order of the text
 * @param span from the key to the end of the value
 */
public record Permissions(YamlScalar key, Base base, List<Grant> grants, Span span) {

    public Permissions {
        grants = List.copyOf(grants);
    }

    /** What stands after {@code permissions:}. */
    public enum Base {
        /** A mapping, perhaps empty: what is not listed is not granted. */
        EXPLICIT,
        READ_ALL,
        WRITE_ALL,
        /** Nothing that GitHub knows. */
        UNKNOWN
    }

    /**
     * One permission.
     *
     * @param level {@code read}, {@code write} or {@code none}
     */
    public record Grant(YamlScalar name, YamlScalar level, Span span) {

        /** Whether it lets the token write. */
        public boolean isWrite() {
            return level.value().equals("write");
        }
    }

    /** The grant of that name; empty when it is not listed. */
    public Optional<Grant> grant(String name) {
        for (Grant grant : grants) {
            if (grant.name().value().equals(name)) {
                return Optional.of(grant);
            }
        }
        return Optional.empty();
    }

    /** Whether the token may write anything. */
    public boolean allowsWrite() {
        if (base == Base.WRITE_ALL) {
            return true;
        }
        for (Grant grant : grants) {
            if (grant.isWrite()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the token may write what that permission covers. */
    public boolean allowsWrite(String name) {
        Optional<Grant> grant = grant(name);
        return base == Base.WRITE_ALL || (grant.isPresent() && grant.get().isWrite());
    }

    /** Whether the token may write anything but what those permissions cover. */
    public boolean allowsWriteBeyond(Set<String> names) {
        if (base == Base.WRITE_ALL) {
            return true;
        }
        for (Grant grant : grants) {
            if (grant.isWrite() && !names.contains(grant.name().value())) {
                return true;
            }
        }
        return false;
    }
}
