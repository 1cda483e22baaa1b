package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The paths that Git tracks, from its index. Read here, not by JGit, which takes longer (it checks the file's hash and
 * keeps all of each entry) and refuses repositories with SHA-256 names or a sparse index.
 *
 * @see <a href="https://git-scm.com/docs/index-format">gitformat-index</a>
 */
final class GitIndex {

    /** The most bytes of an index that are read, about two million files. */
    private static final int LIMIT = 256 << 20;

    private static final int SIGNATURE = 0x44495243; // DIRC
    private static final int STAT_LENGTH = 40;
    private static final int MODE_OFFSET = 24;
    private static final int EXTENDED_FLAG = 0x4000;
    private static final int TYPE_MASK = 0xF000;
    /** Of an entry's second flags: Git leaves the file out of the working tree, as a sparse checkout has it do. */
    private static final int SKIPPED = 0x4000;

    private static final int EXECUTABLE = 0100;
    private static final int TYPE_FILE = 0x8000;
    private static final int TYPE_LINK = 0xA000;
    private static final int TYPE_REPOSITORY = 0xE000;
    private static final int TYPE_FOLDER = 0x4000;
    private static final int LENGTH_MASK = 0xFFF;

    /** The most bytes of a path: no system has longer ones, but version 4 can spell them in a few bytes each. */
    private static final int PATH_LIMIT = 4096;

    /** How many times the bytes of the index all its paths may have, which are seldom more than thrice as long. */
    private static final int EXPANSION_LIMIT = 16;

    private static final GitIndex NONE = new GitIndex();

    /** In the order of the index: that of the paths' bytes. */
    private final List<TrackedFile> files = new ArrayList<>();

    private final List<String> links = new ArrayList<>();

    /** Submodules' folders. */
    private final Set<String> repositories = new HashSet<>();

    /** Folders outside a sparse checkout, whose files stand in no index and are not on disk; and files that may not be either. */
    private final List<String> left = new ArrayList<>();

    /** Made when first asked for: a listing does without. */
    private Lookup lookup;

    private GitIndex() {}

    /** Of a checkout in which nothing is tracked. */
    static GitIndex none() {
        return NONE;
    }

    /**
     * Reads an index file.
     *
     * @param nameLength the bytes of an object's name, 20 for SHA-1, 32 for SHA-256
     * @throws IOException when it cannot be read, or is of a kind that is not known here
     */
    static GitIndex read(Path file, int nameLength) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LIMIT);
            if (in.read() >= 0) {
                throw new IOException("it is larger than " + LIMIT + " bytes");
            }
        }
        GitIndex index = new GitIndex();
        try {
            index.new Reader(bytes, nameLength).read();
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException("it is cut off or not an index", e);
        }
        return index;
    }

    /** All regular files that are tracked, sorted. */
    List<TrackedFile> files() {
        return files.stream().sorted().distinct().toList();
    }

    /**
     * What a sparse checkout leaves out: folders, with a slash at the end, of which no file is listed here; and files, some of
     * which may be on disk all the same.
     */
    List<String> leftOut() {
        return Collections.unmodifiableList(left);
    }

    /** Whether a regular file of that path is tracked. */
    boolean tracksFile(String path) {
        return lookup().files.contains(path);
    }

    /** Whether a symbolic link of that path is tracked. */
    boolean tracksLink(String path) {
        return lookup().links.contains(path);
    }

    /** Whether a tracked file or link lies below that folder. */
    boolean tracksBelow(String folder) {
        return lookup().holdsBelow(folder + "/");
    }

    /** Whether Git knows that folder for a submodule. */
    boolean tracksRepository(String folder) {
        return repositories.contains(folder);
    }

    private synchronized Lookup lookup() {
        if (lookup == null) {
            lookup = new Lookup(this);
        }
        return lookup;
    }

    /** The paths, to be asked for singly. */
    private static final class Lookup {
        private final Set<String> files = new HashSet<>();
        private final Set<String> links;
        private final List<String> sorted = new ArrayList<>();

        Lookup(GitIndex index) {
            for (TrackedFile file : index.files) {
                files.add(file.path());
                sorted.add(file.path());
            }
            links = new HashSet<>(index.links);
            sorted.addAll(links);
            Collections.sort(sorted);
        }

        /** Whether a path begins with that prefix, which ends with a slash. */
        boolean holdsBelow(String prefix) {
            int found = Collections.binarySearch(sorted, prefix);
            int next = found < 0 ? -found - 1 : found;
            return next < sorted.size() && sorted.get(next).startsWith(prefix);
        }
    }

    private final class Reader {
        private final byte[] bytes;
        private final ByteBuffer in;
        private final int nameLength;
        private int version;
        private byte[] path = new byte[256];
        private int pathLength;
        private long pathsLength;
        /** Whether an entry has no path, as in a split index, whose extension tells it from a broken one. */
        private boolean unnamed;

        Reader(byte[] bytes, int nameLength) {
            this.bytes = bytes;
            this.in = ByteBuffer.wrap(bytes);
            this.nameLength = nameLength;
        }

        void read() throws IOException {
            boolean index = bytes.length >= 12 && in.getInt() == SIGNATURE;
            version = index ? in.getInt() : 0;
            if (version < 2 || version > 4) {
                throw new IOException("it is not an index of version 2, 3 or 4");
            }
            int count = in.getInt();
            if (count < 0) {
                throw new IndexOutOfBoundsException(count);
            }
            int at = in.position();
            for (int i = 0; i < count; i++) {
                at = entry(at);
            }
            extensions(at);
            if (unnamed) {
                throw new IOException("it is cut off or not an index");
            }
        }

        private int entry(int start) throws IOException {
            int mode = in.getInt(start + MODE_OFFSET);
            int flagsAt = start + STAT_LENGTH + nameLength;
            int flags = in.getShort(flagsAt);
            boolean extended = version > 2 && (flags & EXTENDED_FLAG) != 0;
            boolean skipped = extended && (in.getShort(flagsAt + 2) & SKIPPED) != 0;
            int at = flagsAt + (extended ? 4 : 2);
            int kept = 0;
            if (version == 4) {
                int removed = bytes[at] & 0x7F;
                while ((bytes[at++] & 0x80) != 0) {
                    removed = ((removed + 1) << 7) | (bytes[at] & 0x7F);
                }
                kept = pathLength - removed;
            }
            int end = at;
            while (bytes[end] != 0) {
                end++;
            }
            compose(kept, at, end);
            // Of another kind of object names the entries would lie elsewhere, and what stands here be no length.
            if ((flags & LENGTH_MASK) != Math.min(pathLength, LENGTH_MASK)) {
                throw new IOException("it is cut off or not an index");
            }
            unnamed |= pathLength == 0;
            String name = new String(path, 0, pathLength, StandardCharsets.UTF_8);
            switch (mode & TYPE_MASK) {
                case TYPE_FILE -> {
                    files.add(new TrackedFile(name, (mode & EXECUTABLE) != 0));
                    if (skipped) {
                        left.add(name);
                    }
                }
                case TYPE_LINK -> links.add(name);
                case TYPE_REPOSITORY -> repositories.add(name);
                case TYPE_FOLDER -> left.add(name);
                default -> throw new IOException("it has an entry of an unsupported kind");
            }
            // Up to version 3 an entry is padded with one to eight NULs to a multiple of eight.
            return version == 4 ? end + 1 : start + ((end - start + 8) & ~7);
        }

        private void compose(int kept, int from, int to) throws IOException {
            if (kept < 0 || kept > pathLength) {
                throw new IndexOutOfBoundsException(kept);
            }
            pathLength = kept + to - from;
            pathsLength += pathLength;
            if (pathLength > PATH_LIMIT || pathsLength > (long) EXPANSION_LIMIT * bytes.length) {
                throw new IOException("its paths are too long");
            }
            if (pathLength > path.length) {
                path = Arrays.copyOf(path, Math.max(pathLength, path.length * 2));
            }
            System.arraycopy(bytes, from, path, kept, to - from);
        }

        /** An extension whose name begins with a small letter changes what the entries mean. */
        private void extensions(int from) throws IOException {
            int at = from;
            while (at + 8 <= bytes.length - nameLength) {
                String name = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
                boolean required = name.charAt(0) < 'A' || name.charAt(0) > 'Z';
                // Folders outside a sparse checkout stand in a sparse index as themselves; nothing of them is on disk.
                if (required && !name.equals("sdir")) {
                    throw new IOException(name.equals("link") ? "it is a split index" : "it has an unknown extension");
                }
                int size = in.getInt(at + 4);
                if (size < 0) {
                    throw new IndexOutOfBoundsException(size);
                }
                at = Math.addExact(at, Math.addExact(8, size));
            }
            if (at != bytes.length - nameLength) {
                throw new IOException("it is cut off or not an index");
            }
        }
    }
}
