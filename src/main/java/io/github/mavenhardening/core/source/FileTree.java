package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The file tree of a repository: a checkout, or a test's map. Paths are relative, with {@code /}. */
public interface FileTree {

    /** The most bytes of one text file that are read; larger ones are reported as unreadable. */
    int FILE_LIMIT = 4 << 20;

    /** The paths of the repository's own files, sorted: no build output, no vendored code. */
    SortedSet<String> files() throws IOException;

    /**
     * The paths of the regular files directly in a folder, sorted, those that Git ignores included: what a forge reads is
     * read whatever Git makes of it. Empty when there is no such folder.
     *
     * @param folder relative path, empty for the root
     */
    default SortedSet<String> filesIn(String folder) throws IOException {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        SortedSet<String> found = new TreeSet<>();
        for (String path : files()) {
            if (path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0) {
                found.add(path);
            }
        }
        return found;
    }

    /** The Git folder that goes with the files; absent where there is none. */
    default GitFolder git() {
        return GitFolder.none();
    }

    /**
     * Whether a regular file is there, listed in {@link #files()} or not; never one outside the root. True also of one that
     * may be there and cannot be reached, so that the reader learns why.
     */
    boolean isFile(String path);

    /** Whether anything is at that path, also what {@link #isFile} leaves out: a folder, or a link wherever it leads. */
    default boolean exists(String path) {
        return isFile(path);
    }

    /**
     * The bytes of a file.
     *
     * @param limit the most bytes to read
     * @throws java.nio.file.NoSuchFileException when there is none, or it lies outside the root
     * @throws IOException when it cannot be read, or is larger than the limit
     */
    byte[] read(String path, int limit) throws IOException;

    /**
     * The regular files that Git tracks, whatever folder they lie in, sorted; empty where there is no Git, and where it tracks
     * none.
     *
     * @throws IOException when the index cannot be read; the message says why, without the machine's paths
     */
    default Optional<List<TrackedFile>> tracked() throws IOException {
        return Optional.empty();
    }

    /**
     * The first bytes of a tracked file; fewer when it is shorter. Links are not followed, not even on the way.
     *
     * @throws java.nio.file.NoSuchFileException when it is not there
     * @throws IOException when it cannot be read
     */
    default byte[] head(String path, int length) throws IOException {
        // Silent: a longer file is refused.
        byte[] all = read(path, FILE_LIMIT);
        return Arrays.copyOf(all, Math.min(length, all.length));
    }

    /**
     * What Git tracks and a sparse checkout leaves out: files, some of which may be there all the same, and folders with a slash
     * at the end.
     */
    default List<String> leftOut() {
        return List.of();
    }

    /**
     * What could not be looked at, in sentences for the user; complete once {@link #files()} has answered. Never stands for
     * a file that is listed: those that cannot be read say so themselves.
     */
    default List<String> notes() {
        return List.of();
    }
}
