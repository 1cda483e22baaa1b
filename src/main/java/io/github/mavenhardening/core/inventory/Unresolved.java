package io.github.mavenhardening.core.inventory;

import java.util.List;

/**
 * Something the build needs whose files could not be determined, so that nobody can say that they
 * were verified.
 *
 * @param subject coordinates or a path, never a machine path
 * @param reason what went wrong, a sentence fragment
 * @param usedBy as in {@link UsedArtifact#usedBy()}
 */
public record Unresolved(String subject, String reason, List<String> usedBy) {

    /** Copies the list. */
    public Unresolved {
        usedBy = List.copyOf(usedBy);
    }
}
