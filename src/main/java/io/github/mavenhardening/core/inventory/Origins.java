package io.github.mavenhardening.core.inventory;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where files of the local repository came from, read when first asked for and once a session. */
public final class Origins {

    /** Maven 3.10 notes an id together with a hash of what else tells the repository from others. */
    private static final Pattern KEY = Pattern.compile("(.+)-[0-9a-f]{40}");

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

    /** The repository's id in what Maven noted of it. */
    public static String idOf(String noted) {
        Matcher key = KEY.matcher(noted);
        return key.matches() ? key.group(1) : noted;
    }
}
