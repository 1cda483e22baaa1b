package io.github.mavenhardening.core.inventory;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Where files of the local repository came from, read when first asked for and once a session. */
public final class Origins {

    private final ConcurrentMap<Path, List<String>> known = new ConcurrentHashMap<>();

    /**
     * The ids of the repositories that Maven noted for a file.
     *
     * @return sorted; that of a local installation is the empty text; empty where Maven noted nothing
     */
    public List<String> of(UsedArtifact artifact) {
        List<String> origins = known.get(artifact.file());
        if (origins == null) {
            origins = LocalRepositories.originsOf(artifact.file());
            known.put(artifact.file(), origins);
        }
        return origins;
    }
}
