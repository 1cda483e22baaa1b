package io.github.mavenhardening.core.source;

import java.io.File;
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
 * What is written about it does not belong to it, unless Git tracks that. Vendored folders, other repositories within this one,
 * and links that leave the root are not looked at.
 */
public final class Checkout implements FileTree {

    private static final Set<OpenOption> OPEN_PLAIN = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    /** Outside the heap, from where the system reads without a copy: files are opened by the ten thousand. */
    private static final ThreadLocal<ByteBuffer> HEAD = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(512));

    private final Path root;
    private final CheckoutPaths paths;
    private final GitFolder git;
    /** Relative path of the folder that reports go to; empty where it lies elsewhere. */
    private final String output;
    /** Whether no part of a folder's path below the root is a link. */
    private final Map<Path, Boolean> plainFolders = new ConcurrentHashMap<>();

    private volatile List<String> notes = List.of();

    /**
     * A checkout at that folder.
     *
     * @throws IOException when the folder is not there
     */
    public Checkout(Path root) throws IOException {
        this(root, root);
    }

    /**
     * A checkout that reports are written about.
     *
     * @param output the folder that they go to, wherever it is
     * @throws IOException when the root is not there
     */
    public Checkout(Path root, Path output) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        Path reports = output.toAbsolutePath().normalize();
        this.output = reports.startsWith(this.root)
                ? this.root.relativize(reports).toString().replace(File.separatorChar, '/')
                : "";
        this.paths = new CheckoutPaths(this.root);
        this.git = GitFolder.of(this.root);
    }

    /** {@inheritDoc} Walks the checkout again each time. */
    @Override
    public SortedSet<String> files() throws IOException {
        List<String> found = new ArrayList<>();
        GitIndex index = index(found);
        CheckoutWalk walk = new CheckoutWalk(paths, git, index, output);
        walk.walk();
        SortedSet<String> left = new TreeSet<>(index.leftOut());
        left.removeAll(walk.files());
        // Of what is looked for by walking all is YAML; who misses another file, asks for it by its name.
        left.removeIf(path -> !path.endsWith("/") && !path.endsWith(".yml") && !path.endsWith(".yaml"));
        if (!left.isEmpty()) {
            found.add("not checked, as the checkout is sparse:  " + CheckoutWalk.firstOf(left));
        }
        found.addAll(walk.notes());
        notes = List.copyOf(found);
        return Collections.unmodifiableSortedSet(walk.files());
    }

    @Override
    public SortedSet<String> filesIn(String folder) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        Path path = folder.isEmpty() ? root : root.resolve(folder).normalize();
        if (!path.startsWith(root) || !paths.isFolder(path)) {
            return found;
        }
        String prefix = folder.isEmpty() ? "" : folder + "/";
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                if (isFileOrUnknown(entry)) {
                    String file = prefix + entry.getFileName();
                    found.add(file);
                    paths.remember(file, entry);
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
    public List<String> leftOut() {
        try {
            return git.index().orElse(GitIndex.none()).leftOut();
        } catch (IOException e) {
            return List.of(); // Silent: a note of the files that are listed says so.
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
            return git.index().orElse(GitIndex.none());
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
            return paths.resolve(path) != null;
        } catch (IOException e) {
            // Silent: it is not known to be none, so that whoever reads it is given the reason.
            return true;
        }
    }

    @Override
    public boolean exists(String path) {
        try {
            Path file = root.resolve(path).normalize();
            if (file.startsWith(root)) {
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                return true;
            }
            return false;
        } catch (NoSuchFileException e) {
            // Silent: this is what is asked.
            return false;
        } catch (IOException e) {
            // Silent: the answer says what is known.
            return !paths.isNothing(root.resolve(path).normalize());
        } catch (InvalidPathException e) {
            // Silent: no file of this system has such a name.
            return false;
        }
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
        Path file = paths.resolve(path);
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

    private boolean isFileOrUnknown(Path entry) {
        try {
            return paths.withinRoot(entry) != null;
        } catch (IOException e) {
            // Silent: whoever reads it is given the reason.
            return true;
        }
    }
}
