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

    /** How the reason begins where no repository has it. */
    public static final String MISSING = "no repository has it";

    /** How the reason begins where a repository may have it. */
    public static final String NOT_DOWNLOADED = "it could not be downloaded";

    /** How the reason begins where nobody knows what it brings; its own file may be here. */
    public static final String UNDESCRIBED = "its POM, or one that it builds on, cannot be resolved";

    /** Whether each repository that was asked says that it has no such file. */
    public boolean isMissing() {
        return reason.startsWith(MISSING);
    }

    /** Whether its own file may be here, and what it brings is not known. */
    public boolean isUndescribed() {
        return reason.startsWith(UNDESCRIBED);
    }

    /** Whether it is a file that the build used and that could not be had. */
    public boolean isLackingFile() {
        return certainty == Certainty.USED && (isMissing() || reason.startsWith(NOT_DOWNLOADED));
    }

    public Unresolved {
        usedBy = List.copyOf(usedBy);
    }
}
