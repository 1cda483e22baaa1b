package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;

/**
 * A checkout on disk. Its files are those that Git tracks, and those that it neither tracks nor ignores; without Git, all.
 * Vendored folders, other repositories within this one, and links that leave the root are not looked at.
 */
public final class Checkout implements FileTree {

    /** Folders that hold other people's code by convention. */
    static final Set<String> VENDORED = Set.of("node_modules", "vendor", "third_party", "bower_components");

    private final Path root;
    private final Path realRoot;
    private final GitFolder git;

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

    @Override
    public SortedSet<String> files() throws IOException {
        SortedSet<String> files = new TreeSet<>();
        addTracked(files);
        Files.walkFileTree(root, new Untracked(files));
        return Collections.unmodifiableSortedSet(files);
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
                String file = prefix + entry.getFileName();
                if (isFile(file)) {
                    found.add(file);
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

    private void addTracked(Set<String> files) throws IOException {
        DirCache index = git.index();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            boolean file = entry.getFileMode() == FileMode.REGULAR_FILE
                    || entry.getFileMode() == FileMode.EXECUTABLE_FILE
                    || entry.getFileMode() == FileMode.SYMLINK;
            String path = entry.getPathString();
            if (file && !isVendored(path) && isFile(path)) {
                files.add(path);
            }
        }
    }

    private static boolean isVendored(String path) {
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            if (VENDORED.contains(path.substring(from, slash))) {
                return true;
            }
            from = slash + 1;
        }
        return false;
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

    /** The real file of a relative path, or null when there is none within the root. */
    private Path resolve(String path) {
        try {
            Path file = root.resolve(path).normalize();
            if (!file.startsWith(root)) {
                return null;
            }
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && file.getParent().equals(root)) {
                return file;
            }
            Path real = file.toRealPath();
            return real.startsWith(realRoot) && Files.isRegularFile(real) ? real : null;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    /** Adds what lies in the checkout and is not ignored; tracked files are there already. */
    private final class Untracked extends SimpleFileVisitor<Path> {
        private final Set<String> files;
        private final Deque<IgnoreRules> rules = new ArrayDeque<>();

        Untracked(Set<String> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.equals(root)) {
                rules.push(git.isPresent() ? IgnoreRules.ofRoot(root, git) : IgnoreRules.none());
                return FileVisitResult.CONTINUE;
            }
            String name = folder.getFileName().toString();
            if (name.equals(".git") || VENDORED.contains(name) || Files.exists(folder.resolve(".git"))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            IgnoreRules parent = rules.element();
            if (parent.ignores(relative(folder), true)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            rules.push(git.isPresent() ? parent.within(folder, relative(folder)) : parent);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            rules.pop();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = relative(file);
            if (!files.contains(path) && !rules.element().ignores(path, false) && isFile(path)) {
                files.add(path);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        private String relative(Path file) {
            return root.relativize(file).toString().replace('\\', '/');
        }
    }
}
