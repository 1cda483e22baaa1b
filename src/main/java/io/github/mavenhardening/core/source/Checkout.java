package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A checkout on disk. Its files are those that Git tracks, and those that it neither tracks nor ignores; without Git, all.
 * Vendored folders, other repositories within this one, and links that leave the root are not looked at.
 */
public final class Checkout implements FileTree {

    /** Folders that hold other people's code by convention. */
    static final Set<String> VENDORED = Set.of("node_modules", "vendor", "third_party", "bower_components");

    private static final Set<OpenOption> OPEN_PLAIN = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    /** The most characters of one part of a path on the systems that Java runs on. */
    private static final int NAME_LIMIT = 255;

    /** Outside the heap, from where the system reads without a copy: files are opened by the ten thousand. */
    private static final ThreadLocal<ByteBuffer> HEAD = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(512));

    private final Path root;
    private final Path realRoot;
    private final GitFolder git;
    /** Files whose names the platform's character set cannot spell, by the name that is shown for them. */
    private final Map<String, Path> unnameable = new ConcurrentHashMap<>();

    /** Whether no part of a folder's path below the root is a link. */
    private final Map<Path, Boolean> plainFolders = new ConcurrentHashMap<>();

    private volatile List<String> notes = List.of();

    /**
     * A checkout at that folder.
     *
     * @throws IOException when the folder is not there
     */
    public Checkout(Path root) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        this.realRoot = root.toRealPath();
        this.git = GitFolder.of(this.root);
    }

    /** The checkout's folder, absolute. */
    public Path root() {
        return root;
    }

    /** {@inheritDoc} Walks the checkout again each time. */
    @Override
    public SortedSet<String> files() throws IOException {
        List<String> found = new ArrayList<>();
        CheckoutWalk walk = new CheckoutWalk(this, git, index(found));
        walk.walk();
        found.addAll(walk.notes());
        notes = List.copyOf(found);
        return Collections.unmodifiableSortedSet(walk.files());
    }

    @Override
    public SortedSet<String> filesIn(String folder) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        Path path = folder.isEmpty() ? root : root.resolve(folder).normalize();
        if (!path.startsWith(root) || !isFolder(path)) {
            return found;
        }
        String prefix = folder.isEmpty() ? "" : folder + "/";
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                if (isFileOrUnknown(entry)) {
                    String file = prefix + entry.getFileName();
                    found.add(file);
                    remember(file, entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    @Override
    public GitFolder git() {
        return git;
    }

    @Override
    public Optional<List<TrackedFile>> tracked() throws IOException {
        try {
            List<TrackedFile> files = git.index().orElse(GitIndex.none()).files();
            return files.isEmpty() ? Optional.empty() : Optional.of(files);
        } catch (IOException e) {
            throw new IOException("the Git index cannot be read (" + reason(e) + ")", e);
        }
    }

    @Override
    public byte[] head(String path, int length) throws IOException {
        try (FileChannel in = FileChannel.open(tracked(path), OPEN_PLAIN)) {
            ByteBuffer head = HEAD.get().clear();
            head = head.capacity() < length
                    ? ByteBuffer.allocate((int) Math.min(length, in.size()))
                    : head.limit(length);
            while (head.hasRemaining() && in.read(head) >= 0) {
                // A read may give less than what is there.
            }
            byte[] bytes = new byte[head.flip().remaining()];
            head.get(bytes);
            return bytes;
        }
    }

    /**
     * Where a path of the index is: a regular file, no part of whose path is a link. Git tracks nothing else under such a
     * path; an index that it did not write may, or the checkout has been changed since.
     *
     * @throws NoSuchFileException when there is none
     * @throws IOException when nobody can tell
     */
    private Path tracked(String path) throws IOException {
        Path file;
        try {
            file = root.resolve(path);
        } catch (InvalidPathException e) {
            throw new IOException("has a name that this system cannot spell", e);
        }
        boolean inside = file.startsWith(root) && file.normalize().equals(file);
        if (inside && plainFolders.computeIfAbsent(file.getParent(), this::isPlain) && isPlainFile(file)) {
            return file;
        }
        if (path.indexOf('\uFFFD') >= 0) {
            throw new IOException("has a name that is not UTF-8");
        }
        throw new NoSuchFileException(path);
    }

    private boolean isPlain(Path folder) {
        for (Path at = folder; at.startsWith(root) && !at.equals(root); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                return false;
            }
        }
        return true;
    }

    /** Opening a pipe would wait for who writes to it. */
    private static boolean isPlainFile(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isRegularFile();
        } catch (NoSuchFileException e) {
            // Silent: this is what is asked.
            return false;
        }
    }

    private GitIndex index(List<String> found) {
        try {
            GitIndex index = git.index().orElse(GitIndex.none());
            if (!index.leftOut().isEmpty()) {
                found.add("not checked, as the checkout is sparse:  "
                        + CheckoutWalk.firstOf(new TreeSet<>(index.leftOut())));
            }
            return index;
        } catch (IOException e) {
            found.add("the Git index cannot be read (" + reason(e)
                    + "): files that are tracked although .gitignore names them are not checked");
            return GitIndex.none();
        }
    }

    /** The system's own messages name the machine's paths. */
    private static String reason(IOException e) {
        return e instanceof FileSystemException ? "it cannot be opened" : e.getMessage();
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public boolean isFile(String path) {
        try {
            return resolve(path) != null;
        } catch (IOException e) {
            // Silent: it is not known to be none, so that whoever reads it is given the reason.
            return true;
        }
    }

    @Override
    public boolean exists(String path) {
        try {
            Path file = root.resolve(path).normalize();
            return file.startsWith(root) && (Files.exists(file, LinkOption.NOFOLLOW_LINKS) || !isNothing(file));
        } catch (InvalidPathException e) {
            // Silent: no file of this system has such a name.
            return false;
        }
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
        Path file = resolve(path);
        if (file == null) {
            throw new NoSuchFileException(path);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new IOException("larger than " + limit + " bytes");
            }
            return bytes;
        }
    }

    /** Keeps where a listed file is, if its name does not lead back to it. */
    void remember(String path, Path file) {
        if (path.indexOf('\uFFFD') >= 0) {
            unnameable.put(path, file);
        }
    }

    /**
     * The real file of a relative path, or null when there is none within the root.
     *
     * @throws IOException when nobody can tell
     */
    private Path resolve(String path) throws IOException {
        Path file;
        try {
            Path known = unnameable.get(path);
            file = known != null ? known : root.resolve(path).normalize();
        } catch (InvalidPathException e) {
            // Silent: no file of this system has such a name.
            return null;
        }
        return file.startsWith(root) ? withinRoot(file) : null;
    }

    private boolean isFileOrUnknown(Path entry) {
        try {
            return withinRoot(entry) != null;
        } catch (IOException e) {
            // Silent: whoever reads it is given the reason.
            return true;
        }
    }

    /**
     * Where a file is once every link on the way is followed; null when that is not a regular file within the root.
     *
     * @throws IOException when nobody can tell
     */
    Path withinRoot(Path file) throws IOException {
        try {
            Path real = file.toRealPath();
            return real.startsWith(realRoot) && Files.isRegularFile(real) ? real : null;
        } catch (FileSystemException e) {
            if (isNothing(file)) {
                return null;
            }
            throw e;
        }
    }

    /** Whether a path within the root leads to a folder; one that leads nowhere, or is a file, does not. */
    private boolean isFolder(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isDirectory();
        } catch (FileSystemException e) {
            if (isNothing(path)) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Whether a path that cannot be followed certainly leads nowhere: a part of it is not there, no folder, longer than a
     * name can be, or a link that leads nowhere or in a circle. Otherwise something may be there that cannot be reached.
     */
    private boolean isNothing(Path path) {
        // Silent: a name longer than any can be is none of a file.
        Path at = root;
        for (Path name : root.relativize(path)) {
            at = at.resolve(name);
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isSymbolicLink()) {
                    attributes = Files.readAttributes(at, BasicFileAttributes.class);
                }
                if (!attributes.isDirectory() && !at.equals(path)) {
                    return true;
                }
            } catch (NoSuchFileException e) {
                // Silent: this is what is asked.
                return true;
            } catch (IOException e) {
                boolean link = Files.isSymbolicLink(at) && !(e instanceof AccessDeniedException);
                return link || name.toString().length() > NAME_LIMIT;
            }
        }
        return false;
    }
}
