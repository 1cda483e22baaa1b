package io.github.mavenhardening.core.forge;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.Optional;

/** The file that a snapshot of the forge's settings is kept in. */
public final class SnapshotFile {

    /** Where it lies in a repository. */
    public static final String LOCATION = ".mvn/hardening-forge.json";

    private SnapshotFile() {}

    /** What came of reading it; both are empty where there is none. */
    private record Content(Optional<LocatedSnapshot> snapshot, Optional<UnreadableFileException> refusal) {}

    /**
     * The snapshot of a repository, read once for all checks.
     *
     * @return empty where there is none
     * @throws UnreadableFileException when it is there, and cannot be read or understood
     */
    public static Optional<LocatedSnapshot> read(Repository repository) throws UnreadableFileException {
        Content content = repository.known(Content.class, () -> load(repository));
        if (content.refusal().isPresent()) {
            throw content.refusal().get();
        }
        return content.snapshot();
    }

    private static Content load(Repository repository) {
        if (!repository.exists(LOCATION)) {
            return new Content(Optional.empty(), Optional.empty());
        }
        try {
            return new Content(Optional.of(SnapshotReader.read(repository.read(LOCATION))), Optional.empty());
        } catch (UnreadableFileException e) {
            return new Content(Optional.empty(), Optional.of(e));
        }
    }
}
