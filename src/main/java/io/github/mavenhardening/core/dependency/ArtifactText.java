package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.finding.ArtifactRef;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.LockPath;
import java.util.List;
import java.util.Optional;

/** The names of artifacts and their users in messages. */
public final class ArtifactText {

    private ArtifactText() {}

    /** The coordinates where they are known, else the path. */
    public static String name(Optional<UsedArtifact> use, String path) {
        return coordinates(use, path).orElse(path);
    }

    /** The path of reasons. */
    public static String usedBy(Optional<UsedArtifact> use) {
        return use.map(UsedArtifact::usedBy).map(ArtifactText::path).orElse("something that no project declares");
    }

    public static String path(List<String> usedBy) {
        return usedBy.isEmpty() ? "the build" : String.join(" > ", usedBy);
    }

    public static ArtifactRef reference(Optional<UsedArtifact> use, String path) {
        return new ArtifactRef(path, coordinates(use, path));
    }

    private static Optional<String> coordinates(Optional<UsedArtifact> use, String path) {
        return use.flatMap(UsedArtifact::coordinates)
                .or(() -> LockPath.coordinatesOf(path))
                .map(Coordinates::toString);
    }
}
