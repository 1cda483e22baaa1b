package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.lock.recorded.RecordedChecksums;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The repositories from which files of the local repository came, read when first asked for and once a session. */
public final class Origins {

    /** Maven 3.10 notes an id together with a hash of what else tells the repository from others. */
    private static final Pattern KEY = Pattern.compile("(.+)-[0-9a-f]{40}");

    /** By folder, then by file. */
    private final ConcurrentMap<Path, Map<String, List<String>>> known = new ConcurrentHashMap<>();

    private final SortedSet<String> unreadable = new ConcurrentSkipListSet<>();

    /**
     * The ids of the repositories that Maven noted for a file.
     *
     * @return sorted; that of a local installation is the empty text; empty where Maven noted nothing, and where what it noted
     *     cannot be read, which is {@linkplain #unreadable() reported}
     */
    public List<String> of(UsedArtifact artifact) {
        Path folder = artifact.file().getParent();
        Map<String, List<String>> origins = known.get(folder);
        if (origins == null) {
            try {
                origins = LocalRepositories.originsIn(folder);
            } catch (IOException e) {
                unreadable.add(artifact.path() + ": where it came from is not known, as " + e.getMessage());
                return List.of();
            }
            known.put(folder, origins);
        }
        return origins.getOrDefault(artifact.file().getFileName().toString(), List.of());
    }

    /** A sentence for each file asked for so far whose origin was noted but cannot be read, sorted. */
    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    /**
     * The id of the repository that a file was downloaded from, the first where there were several.
     *
     * @return empty when Maven noted none, or noted a local installation
     * @throws IOException when what it noted cannot be read; the message is for the user
     */
    public static Optional<String> idOf(Path file) throws IOException {
        List<String> ids = idsOf(file);
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(0));
    }

    /**
     * The ids of all repositories that a file was downloaded from: builds that share a local repository each note theirs.
     *
     * @return sorted; empty when Maven noted none, or noted a local installation
     * @throws IOException when what it noted cannot be read; the message is for the user
     */
    public static List<String> idsOf(Path file) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String noted : LocalRepositories.originsOf(file)) {
            if (!noted.isEmpty()) {
                ids.add(idOf(noted));
            }
        }
        return ids;
    }

    /** The repository's id in what Maven noted of it. */
    public static String idOf(String noted) {
        Matcher key = KEY.matcher(noted);
        return key.matches() ? key.group(1) : noted;
    }

    /** How a file contradicts what was recorded of it; one that cannot be read has not passed. */
    public static List<String> contradictions(UsedArtifact use, RecordedChecksums recorded) {
        try {
            return recorded.contradictions(use.path(), use.file(), idOf(use.file()));
        } catch (IOException e) {
            return List.of("it cannot be compared (" + e.getClass().getSimpleName() + ")");
        }
    }
}
