package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the paths of a checkout lead once links are followed: never out of its root. */
final class CheckoutPaths {

    /** The most characters of one part of a path on the systems that Java runs on. */
    private static final int NAME_LIMIT = 255;

    private final Path root;
    private final Path realRoot;
    /** Files whose names the platform's character set cannot spell, by the name that is shown for them. */
    private final Map<String, Path> unnameable = new ConcurrentHashMap<>();

    /**
     * Those of a checkout.
     *
     * @param root absolute
     * @throws IOException when it is not there
     */
    CheckoutPaths(Path root) throws IOException {
        this.root = root;
        this.realRoot = root.toRealPath();
    }

    /** The checkout's folder, absolute. */
    Path root() {
        return root;
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
    Path resolve(String path) throws IOException {
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

    /**
     * Where a file is once every link on the way is followed; null when that is not a regular file within the root.
     *
     * @throws IOException when nobody can tell
     */
    Path withinRoot(Path file) throws IOException {
        try {
            Path real = file.toRealPath();
            return real.startsWith(realRoot) && Files.isRegularFile(real) ? real : null;
        } catch (NoSuchFileException e) {
            // Silent: nothing is there, or a link leads to nothing.
            return null;
        } catch (FileSystemException e) {
            if (isNothing(file)) {
                return null;
            }
            throw e;
        }
    }

    /** Whether a path within the root leads to a folder; one that leads nowhere, or is a file, does not. */
    boolean isFolder(Path path) throws IOException {
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
    boolean isNothing(Path path) {
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
