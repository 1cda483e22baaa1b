package io.github.mavenhardening.core.lock.installed;

import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Hashing;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what is installed in folders of a checkout, up to a bound, and follows no link. */
public final class FolderReader {

    /** Of files and folders: a Node.js with its npm has about 3,000, the largest trees of modules some ten times as many. */
    static final int MAX_FILES = 100_000;

    private final Path root;
    private final Hashing hashing;
    private final int maxFiles;

    /**
     * A reader.
     *
     * @param root the root of the checked repository
     * @param hashing hashes each file once
     */
    public FolderReader(Path root, Hashing hashing) {
        // Silent: a larger folder is unreadable, which is reported.
        this(root, hashing, MAX_FILES);
    }

    FolderReader(Path root, Hashing hashing, int maxFiles) {
        this.root = root;
        this.hashing = hashing;
        this.maxFiles = maxFiles;
    }

    /**
     * What was read.
     *
     * @param tree what is there; empty where there is nothing, and where it cannot be read
     * @param problem why it cannot be read, a sentence fragment without a machine path; empty where it can
     */
    public record Read(Optional<InstalledTree> tree, Optional<String> problem) {

        /** Whether there is something to read. */
        public boolean isThere() {
            return tree.isPresent() || problem.isPresent();
        }
    }

    /** What makes a folder unreadable. */
    private static final class ProblemException extends Exception {
        private static final long serialVersionUID = 1L;

        ProblemException(String problem) {
            super(problem);
        }
    }

    /** Files to be hashed and links, by the way that leads to them. */
    private static final class Found {
        final SortedMap<String, Path> files = new TreeMap<>();
        final Map<String, Long> sizes = new TreeMap<>();
        final SortedMap<String, InstalledEntry> leaves = new TreeMap<>();
        int looked;
    }

    /** Reads a folder, or a single file, by its path from the root. */
    public Read read(String path) {
        try {
            Optional<Path> start = start(path);
            if (start.isEmpty()) {
                return new Read(Optional.empty(), Optional.empty());
            }
            Found found = new Found();
            walk(start.get(), found);
            hash(found);
            InstalledTree tree = new InstalledTree(found.leaves);
            return new Read(found.leaves.isEmpty() ? Optional.empty() : Optional.of(tree), Optional.empty());
        } catch (ProblemException e) {
            return unreadable(e.getMessage());
        } catch (AccessDeniedException e) {
            return unreadable("access is denied to a folder or a file of it");
        } catch (IOException e) {
            return unreadable("reading it failed (" + e.getClass().getSimpleName() + ")");
        } catch (InvalidPathException e) {
            return unreadable("its path is none of this system's");
        }
    }

    private static BasicFileAttributes attributes(Path place) throws IOException {
        return Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static Read unreadable(String problem) {
        return new Read(Optional.empty(), Optional.of(problem));
    }

    /** Where the path leads; empty where nothing is there. What cannot be looked into is not taken for empty. */
    private Optional<Path> start(String path) throws IOException, ProblemException {
        Path start = root;
        try {
            for (String segment : path.split("/", -1)) {
                if (!start.equals(root) && !attributes(start).isDirectory()) {
                    return Optional.empty();
                }
                start = start.resolve(segment);
                if (attributes(start).isSymbolicLink()) {
                    throw new ProblemException("it is a symbolic link, or lies behind one");
                }
            }
            return Optional.of(start);
        } catch (NoSuchFileException e) {
            return Optional
                    .empty(); // Silent: nothing was installed, which the comparison notes where something is locked.
        }
    }

    /** A thing that was not looked at yet, and the way to it. */
    private record Open(Path place, String way) {}

    private void walk(Path start, Found found) throws IOException, ProblemException {
        Deque<Open> open = new ArrayDeque<>();
        open.add(new Open(start, ""));
        while (!open.isEmpty()) {
            Open next = open.remove();
            if (++found.looked > maxFiles) {
                throw new ProblemException("it holds more than " + maxFiles + " files and folders");
            }
            BasicFileAttributes attributes = attributes(next.place());
            String way = next.way().isEmpty() ? InstalledFiles.ITSELF : next.way();
            if (attributes.isDirectory()) {
                try (DirectoryStream<Path> inside = Files.newDirectoryStream(next.place())) {
                    for (Path each : inside) {
                        String name = each.getFileName().toString();
                        open.add(new Open(each, sound(next.way().isEmpty() ? name : next.way() + '/' + name)));
                        if (open.size() > maxFiles) {
                            throw new ProblemException("it holds more than " + maxFiles + " files and folders");
                        }
                    }
                }
            } else if (attributes.isSymbolicLink()) {
                found.leaves.put(way, InstalledEntry.link(target(next)));
            } else if (attributes.isRegularFile()) {
                found.files.put(way, next.place());
                found.sizes.put(way, attributes.size());
            } else {
                throw new ProblemException("it holds '" + way + "', which is neither a file nor a folder nor a link");
            }
        }
    }

    private static String sound(String way) throws ProblemException {
        Optional<String> problem = InstalledTree.problemOf(way);
        if (problem.isPresent() || way.equals(InstalledFiles.ITSELF)) {
            throw new ProblemException("it holds a file that no lock can name: " + problem.orElse("'.'"));
        }
        return way;
    }

    /**
     * Where a link leads, which must be within the folder: what lies elsewhere is neither read nor compared. It may go up first, from
     * where it lies, and down then. Were it to go up again, it could do so from where another link leads.
     */
    private static String target(Open link) throws IOException, ProblemException {
        Path target = Files.readSymbolicLink(link.place());
        String written = target.toString().replace('\\', '/');
        int depth = 0;
        for (int slash = link.way().indexOf('/'); slash >= 0; slash = link.way().indexOf('/', slash + 1)) {
            depth++;
        }
        boolean isOutside = target.isAbsolute() || written.startsWith("/");
        boolean goesDown = false;
        for (String segment : written.split("/", -1)) {
            boolean goesUp = segment.equals("..");
            if (goesUp && goesDown && !isOutside) {
                throw new ProblemException("it holds the link '" + link.way()
                        + "', which goes up after it went down, and may lead out of it");
            }
            goesDown |= !goesUp && !segment.isEmpty() && !segment.equals(".");
            depth -= goesUp ? 1 : 0;
            isOutside |= depth < 0;
        }
        if (isOutside) {
            throw new ProblemException("it holds the link '" + link.way() + "', which leads out of it");
        }
        return written;
    }

    private void hash(Found found) throws ProblemException {
        List<Path> files = new ArrayList<>(found.files.values());
        hashing.hashAll(files);
        for (Map.Entry<String, Path> file : found.files.entrySet()) {
            HashResult result = hashing.hash(file.getValue());
            if (result instanceof HashResult.Hashed hashed) {
                found.leaves.put(file.getKey(), InstalledEntry.file(found.sizes.get(file.getKey()), hashed.sha256()));
            } else {
                String reason = result instanceof HashResult.Unreadable unreadable ? unreadable.reason() : "it is gone";
                throw new ProblemException("its file '" + file.getKey() + "' cannot be read: " + reason);
            }
        }
    }
}
