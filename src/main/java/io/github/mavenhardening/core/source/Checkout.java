package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

    /** Outside the heap, whence the system reads without a copy: files are opened by the ten thousand. */
    private static final ThreadLocal<ByteBuffer> HEAD = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(512));

    private final Path root;
    private final Path realRoot;
    private final GitFolder git;
    /** Files whose names the platform's character set cannot spell, by the name that is shown for them. */
    private final Map<String, Path> unnameable = new ConcurrentHashMap<>();

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

    /** {@inheritDoc} Walks the checkout anew each time. */
    @Override
    public SortedSet<String> files() throws IOException {
        List<String> found = new ArrayList<>();
        CheckoutWalk walk = new CheckoutWalk(this, git, index(found));
        walk.walk();
        Optional<String> unread = walk.unread();
        if (unread.isPresent()) {
            found.add(unread.get());
        }
        Optional<String> leftOut = walk.leftOut();
        if (leftOut.isPresent()) {
            found.add(leftOut.get());
        }
        notes = List.copyOf(found);
        return Collections.unmodifiableSortedSet(walk.files());
    }

    @Override
    public SortedSet<String> filesIn(String folder) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        Path path = folder.isEmpty() ? root : root.resolve(folder).normalize();
        if (!path.startsWith(root) || !Files.isDirectory(path)) {
            return found;
        }
        String prefix = folder.isEmpty() ? "" : folder + "/";
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                if (withinRoot(entry) != null) {
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
        if (!git.isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(git.index().files());
        } catch (IOException e) {
            throw new IOException("the Git index cannot be read (" + reason(e) + ")", e);
        }
    }

    @Override
    public byte[] head(String path, int length) throws IOException {
        if (leavesRoot(path)) {
            throw new NoSuchFileException(path);
        }
        try (FileChannel in = FileChannel.open(root.resolve(path), OPEN_PLAIN)) {
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
        } catch (InvalidPathException e) {
            throw new IOException("has a name that this system cannot spell", e);
        }
    }

    /** Git takes no such path; an index may hold one all the same. */
    private static boolean leavesRoot(String path) {
        return path.startsWith("/") || path.equals("..") || path.startsWith("../") || path.contains("/..");
    }

    private GitIndex index(List<String> found) {
        try {
            return git.index();
        } catch (IOException e) {
            found.add("the Git index cannot be read (" + reason(e)
                    + "): files that are tracked although .gitignore names them are not looked at");
            return GitIndex.none();
        }
    }

    /** The system's own messages name the machine's paths. */
    private static String reason(IOException e) {
        return e instanceof FileSystemException ? "it cannot be opened" : "it " + e.getMessage();
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public boolean isFile(String path) {
        return resolve(path) != null;
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

    /** The real file of a relative path, or null when there is none within the root. */
    private Path resolve(String path) {
        try {
            Path known = unnameable.get(path);
            Path file = known != null ? known : root.resolve(path).normalize();
            return file.startsWith(root) ? withinRoot(file) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Where a file is once every link on the way is followed; null when that is no regular file within the root. */
    Path withinRoot(Path file) {
        try {
            Path real = file.toRealPath();
            return real.startsWith(realRoot) && Files.isRegularFile(real) ? real : null;
        } catch (IOException e) {
            return null;
        }
    }
}
