package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import java.util.List;

/**
 * An unresolved dependency: the build uses it, or may use it, but its files could not be determined and so not verified.
 *
 * @param subject coordinates or a path, never a machine path
 * @param reason what went wrong, a sentence fragment
 * @param usedBy as in {@link UsedArtifact#usedBy()}
 * @param certainty how sure it is that the build used it
 */
public record Unresolved(String subject, String reason, List<String> usedBy, Certainty certainty) {

    /** Why something is unresolved that no repository has. */
    public static final String MISSING = "no repository has it";

    /** Why something is unresolved that a repository may have. */
    public static final String NOT_DOWNLOADED = "it could not be downloaded";

    /** Why nobody knows what something brings, whose own file may be here. */
    public static final String UNDESCRIBED = "its POM, or one that it builds on, cannot be resolved";

    /** Whether it is a file that the build used and that could not be had. */
    public boolean isLackingFile() {
        return certainty == Certainty.USED && (reason.equals(MISSING) || reason.equals(NOT_DOWNLOADED));
    }

    /** Copies the list. */
    public Unresolved {
        usedBy = List.copyOf(usedBy);
    }
}
