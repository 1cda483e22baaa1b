package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files that a commit has, read from Git's objects without a checkout. As in a checkout, a link counts where it leads to a
 * file of the same tree; links to folders are not followed. Thread-safe until the history that it comes from is closed.
 */
final class GitTree implements FileTree {

    /** The most entries, folders included: a tree of a few objects can spell more than any machine could list. */
    private static final int ENTRIES = 1_000_000;

    /** The most characters of a path; no system has longer ones. */
    private static final int PATH_LIMIT = 4096;

    private static final int LINK_LIMIT = 4096;
    private static final int MOST_LINKS = 8;

    /** Beginnings longer than this are not kept for the next commit. */
    private static final int KEPT_HEAD = 1024;

    private static final int KEPT_HEADS = 50_000;

    private final Repository repository;
    private final Map<ObjectId, Head> heads;
    private final TreeMap<String, Entry> entries = new TreeMap<>();

    /**
     * What stands at a path, but for folders.
     *
     * @param kind whether it is a file, a link or another repository
     */
    private record Entry(Kind kind, ObjectId id) {}

    /**
     * The beginning of a file.
     *
     * @param asked how many bytes were wanted; it is whole where it has fewer
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Head(int asked, byte[] bytes) {}

    private enum Kind {
        FILE,
        EXECUTABLE,
        LINK,
        REPOSITORY
    }

    /**
     * That of a commit.
     *
     * @param heads the beginnings of files by their content, which the trees of a history share
     * @throws IOException when it cannot be listed, or has too many entries
     */
    GitTree(Repository repository, RevTree tree, Map<ObjectId, Head> heads) throws IOException {
        this.repository = repository;
        this.heads = heads;
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            int seen = 0;
            while (walk.next()) {
                String path = walk.getPathString();
                if (++seen > ENTRIES || path.length() > PATH_LIMIT) {
                    throw new GitChanges.RefusedException("the commit has more than " + ENTRIES
                            + " entries, or a path of more than " + PATH_LIMIT + " characters");
                }
                if (walk.isSubtree()) {
                    walk.enterSubtree();
                } else {
                    entries.put(path, new Entry(kind(walk.getFileMode(0)), walk.getObjectId(0)));
                }
            }
        }
    }

    private static Kind kind(FileMode mode) {
        if (FileMode.EXECUTABLE_FILE.equals(mode)) {
            return Kind.EXECUTABLE;
        }
        if (FileMode.SYMLINK.equals(mode)) {
            return Kind.LINK;
        }
        return FileMode.GITLINK.equals(mode) ? Kind.REPOSITORY : Kind.FILE;
    }

    @Override
    public SortedSet<String> files() {
        SortedSet<String> files = new TreeSet<>();
        for (String path : entries.keySet()) {
            if (!CheckoutWalk.isVendored(path) && isFile(path)) {
                files.add(path);
            }
        }
        return Collections.unmodifiableSortedSet(files);
    }

    @Override
    public SortedSet<String> filesIn(String folder) throws IOException {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        for (int slash = prefix.indexOf('/'); slash >= 0; slash = prefix.indexOf('/', slash + 1)) {
            Entry above = entries.get(prefix.substring(0, slash));
            if (above != null && above.kind() == Kind.LINK) {
                throw new IOException("it is behind a link, which is not followed in a commit");
            }
        }
        SortedSet<String> files = new TreeSet<>();
        String path = entries.ceilingKey(prefix);
        while (path != null && path.startsWith(prefix)) {
            int slash = path.indexOf('/', prefix.length());
            if (slash < 0 && isFile(path)) {
                files.add(path);
            }
            // Past all that lies in a folder within: the next character after the slash is 0.
            path = slash < 0 ? entries.higherKey(path) : entries.ceilingKey(path.substring(0, slash) + '0');
        }
        return files;
    }

    @Override
    public boolean isFile(String path) {
        try {
            return resolve(path).isPresent();
        } catch (IOException e) {
            // Silent: it is not known to be none, so that whoever reads it is given the reason.
            return true;
        }
    }

    @Override
    public boolean exists(String path) {
        Optional<String> plain = normal("", path);
        return plain.isPresent() && (entries.containsKey(plain.get()) || isFolder(plain.get()));
    }

    private boolean isFolder(String path) {
        String next = path.isEmpty() ? entries.isEmpty() ? null : "" : entries.ceilingKey(path + "/");
        return next != null && (path.isEmpty() || next.startsWith(path + "/"));
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
        Entry entry = resolve(path).orElseThrow(() -> new NoSuchFileException(path));
        return blob(entry, limit);
    }

    private byte[] blob(Entry entry, int limit) throws IOException {
        return GitHistory.guarded(() -> {
            ObjectLoader blob = repository.open(entry.id(), Constants.OBJ_BLOB);
            if (blob.getSize() > limit) {
                throw new GitChanges.RefusedException("larger than " + limit + " bytes");
            }
            return blob.getBytes(limit);
        });
    }

    @Override
    public byte[] head(String path, int length) throws IOException {
        Entry entry = entries.get(path);
        if (entry == null || (entry.kind() != Kind.FILE && entry.kind() != Kind.EXECUTABLE)) {
            throw new NoSuchFileException(path);
        }
        Head known = heads.get(entry.id());
        if (known != null && known.asked() == length) {
            return known.bytes().clone();
        }
        byte[] head = GitHistory.guarded(() -> {
            try (InputStream in =
                    repository.open(entry.id(), Constants.OBJ_BLOB).openStream()) {
                return in.readNBytes(length);
            }
        });
        if (length <= KEPT_HEAD && heads.size() < KEPT_HEADS) {
            heads.put(entry.id(), new Head(length, head.clone()));
        }
        return head;
    }

    @Override
    public Optional<List<TrackedFile>> tracked() {
        List<TrackedFile> files = new ArrayList<>();
        entries.forEach((path, entry) -> {
            if (entry.kind() == Kind.FILE || entry.kind() == Kind.EXECUTABLE) {
                files.add(new TrackedFile(path, entry.kind() == Kind.EXECUTABLE));
            }
        });
        return files.isEmpty() ? Optional.empty() : Optional.of(files);
    }

    /** The file at a path, or where the link there leads; empty where that is none. */
    private Optional<Entry> resolve(String path) throws IOException {
        Entry plain = entries.get(path);
        if (plain != null && plain.kind() != Kind.LINK) {
            return plain.kind() == Kind.REPOSITORY ? Optional.empty() : Optional.of(plain);
        }
        Optional<String> at = normal("", path);
        // Silent: no system follows more links than these, so in a checkout there is no such file either.
        for (int links = 0; at.isPresent() && links <= MOST_LINKS; links++) {
            Entry entry = entries.get(at.get());
            if (entry == null || entry.kind() == Kind.REPOSITORY) {
                return Optional.empty();
            }
            if (entry.kind() != Kind.LINK) {
                return Optional.of(entry);
            }
            String target = new String(blob(entry, LINK_LIMIT), StandardCharsets.UTF_8);
            at = normal(at.get().substring(0, at.get().lastIndexOf('/') + 1), target);
        }
        return Optional.empty();
    }

    /** A path without {@code .} and {@code ..}; empty when it leads out of the tree. */
    private static Optional<String> normal(String folder, String path) {
        if (path.startsWith("/")) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + path).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
