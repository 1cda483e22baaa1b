package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A repository's files in memory, all of which Git tracks.
 *
 * @param leftOut what a sparse checkout leaves out besides
 */
public record TrackedTree(Map<String, byte[]> contents, List<String> leftOut) implements FileTree {

    public TrackedTree(Map<String, byte[]> contents) {
        this(contents, List.of());
    }

    @Override
    public SortedSet<String> files() {
        return new TreeSet<>(contents.keySet());
    }

    @Override
    public Optional<List<TrackedFile>> tracked() {
        return Optional.of(
                files().stream().map(path -> new TrackedFile(path, false)).toList());
    }

    @Override
    public boolean isFile(String path) {
        return contents.containsKey(path);
    }

    @Override
    public boolean exists(String path) {
        return isFile(path) || contents.keySet().stream().anyMatch(file -> file.startsWith(path + '/'));
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
        if (!isFile(path)) {
            throw new NoSuchFileException(path);
        }
        byte[] bytes = contents.get(path);
        if (bytes.length > limit) {
            throw new IOException("larger than " + limit + " bytes");
        }
        return bytes.clone();
    }
}
