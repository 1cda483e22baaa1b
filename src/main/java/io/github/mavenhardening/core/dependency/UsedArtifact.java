package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.lock.Coordinates;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that the build used, or may use.
 *
 * @param path the path to lock, see {@link io.github.mavenhardening.core.lock.LockPath}
 * @param coordinates what the file is; absent for a file outside any repository
 * @param usedBy why it is used: from the project over plugins and dependencies to the one that asked
 *     for it, each as {@code groupId:artifactId:version}
 * @param file where it lies on this machine
 * @param certainty whether the build must have used it
 * @param ofPlugin whether it is used as a plugin or an extension, or by one, and not as a dependency of the project
 */
public record UsedArtifact(
        String path,
        Optional<Coordinates> coordinates,
        List<String> usedBy,
        Path file,
        Certainty certainty,
        boolean ofPlugin) {

    /** Stands in {@link #usedBy} for the goal that asked for it: no model tells, so that only a build can lock it. */
    public static final String WHILE_BUILDING = "(resolved while the build ran)";

    /** Stands there for a file that a repository has under the name of a module of the checkout, and that is none. */
    public static final String IN_PLACE_OF_A_MODULE = "(in the place of a module of this repository)";

    /** How sure it is that the build used a file, the surest first. */
    public enum Certainty {
        /** The build used it: it must be locked. */
        USED,
        /** The build may use it, which only running it would tell: it is locked where present, never demanded. */
        POSSIBLE,
        /** Another Maven uses it in the same build, and this one does not: it is locked with the others. */
        ELSEWHERE
    }

    /** A use that is not one of a plugin. */
    public UsedArtifact(
            String path, Optional<Coordinates> coordinates, List<String> usedBy, Path file, Certainty certainty) {
        this(path, coordinates, usedBy, file, certainty, false);
    }

    public UsedArtifact {
        usedBy = List.copyOf(usedBy);
    }

    /**
     * The id of the repository that the file was downloaded from, read from beside it now, for messages; absent where unknown.
     */
    public Optional<String> origin() {
        return LocalRepositories.originOf(file);
    }
}
