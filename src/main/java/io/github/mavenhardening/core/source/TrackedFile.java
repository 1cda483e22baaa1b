package io.github.mavenhardening.core.source;

/**
 * A regular file that Git tracks.
 *
 * @param path relative to the repository's root, with {@code /}
 * @param executable whether Git records it as executable
 */
public record TrackedFile(String path, boolean executable) implements Comparable<TrackedFile> {

    @Override
    public int compareTo(TrackedFile other) {
        return path.compareTo(other.path);
    }
}
