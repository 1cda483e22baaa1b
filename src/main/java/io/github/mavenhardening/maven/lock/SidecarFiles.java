package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.maven.lock.IsolatedDownloads.Fetched;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Detached signatures ({@code .asc}) and Sigstore bundles of locked files, downloaded from the repositories that these came
 * from.
 */
final class SidecarFiles {

    private final IsolatedDownloads downloads;
    private final Remotes remotes;
    private final String ending;
    private final int maxBytes;

    /**
     * Of one kind.
     *
     * @param ending what follows the name of the file, with its dot
     * @param maxBytes how much of one is read at most
     */
    SidecarFiles(IsolatedDownloads downloads, Remotes remotes, String ending, int maxBytes) {
        this.downloads = downloads;
        this.remotes = remotes;
        this.ending = ending;
        this.maxBytes = maxBytes;
    }

    /**
     * Fetches them, each from the repository that its file came from; from all where that is not known.
     *
     * @param wanted the files, by their path in the repository layout
     * @return those that could be had and those that could not, by the path of their file
     */
    Fetched of(Map<String, Coordinates> wanted, LockMetadata known) {
        Map<String, List<Coordinates>> byOrigin = new TreeMap<>();
        for (Map.Entry<String, Coordinates> one : wanted.entrySet()) {
            String origin = known.of(one.getKey()).flatMap(FileMetadata::origin).orElse("");
            byOrigin.computeIfAbsent(origin, id -> new ArrayList<>()).add(beside(one.getValue()));
        }
        Fetched byFile = new Fetched();
        byOrigin.forEach((origin, companions) -> {
            Fetched fetched =
                    downloads.fetch(companions, remotes.of(origin).map(List::of).orElseGet(remotes::all));
            fetched.files().forEach((path, file) -> byFile.files().put(withoutEnding(path), file));
            fetched.failed().forEach((path, reason) -> byFile.failed().put(withoutEnding(path), reason));
        });
        return byFile;
    }

    private String withoutEnding(String path) {
        return path.substring(0, path.length() - ending.length());
    }

    private Coordinates beside(Coordinates file) {
        return new Coordinates(
                file.groupId(),
                file.artifactId(),
                file.version(),
                file.baseVersion(),
                file.classifier(),
                file.extension() + ending);
    }

    /** The beginning of one: a byte more than it may have, where it has more. */
    byte[] read(Path companion) throws IOException {
        try (InputStream in = Files.newInputStream(companion)) {
            return in.readNBytes(maxBytes + 1);
        }
    }
}
