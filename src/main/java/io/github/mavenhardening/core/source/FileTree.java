package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.util.SortedSet;

/** Where a repository's files come from: a checkout, or a test's map. Paths are relative, with {@code /}. */
public interface FileTree {

    /** The paths of the repository's own files, sorted: no build output, no vendored code. */
    SortedSet<String> files() throws IOException;

    /** Whether a regular file is there, listed in {@link #files()} or not; never one outside the root. */
    boolean isFile(String path);

    /**
     * The bytes of a file.
     *
     * @param limit the most bytes to read
     * @throws java.nio.file.NoSuchFileException when there is none, or it lies outside the root
     * @throws IOException when it cannot be read, or is larger than the limit
     */
    byte[] read(String path, int limit) throws IOException;
}
