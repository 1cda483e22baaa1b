package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.lock.LockPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The local repositories of a build: the one that Maven writes to, then the read-only ones behind it
 * ({@code maven.repo.local.tail}, and the usual one where {@code maven.repo.local.head} puts another before it). A path is looked up in that order, as Maven does. One that is split into folders, by where
 * files came from, is as many local repositories.
 */
public final class LocalRepositories {

    /** Where Maven notes which repository a file came from. */
    private static final String TRACKING_FILE = "_remote.repositories";

    /** What Tycho notes beside what it took from a p2 repository. */
    private static final String TYCHO_NOTES = "-p2artifacts.xml";

    /** A folder has a line for each file and repository: this is a hundred thousand of them. */
    private static final int MAX_TRACKING_BYTES = 8 * 1024 * 1024;

    private final List<Path> roots;
    private final List<Shelf> shelves;

    /**
     * A local repository in each of the folders of another: those are made as Maven downloads from one more remote repository.
     *
     * @param folder the folder of folders
     * @param below the way from each of them to the local repository; empty where it is that itself
     */
    public record Shelf(Path folder, String below) {

        /** Makes the folder absolute. */
        public Shelf {
            folder = folder.toAbsolutePath().normalize();
        }

        private List<Path> roots() {
            List<Path> roots = new ArrayList<>();
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder)) {
                for (Path one : folders) {
                    roots.add(one.resolve(below));
                }
            } catch (NotDirectoryException | NoSuchFileException e) {
                return List.of(); // Silent: nothing was downloaded yet.
            } catch (IOException e) {
                throw new UncheckedIOException("the local repository cannot be listed", e);
            } catch (DirectoryIteratorException e) {
                throw new UncheckedIOException("the local repository cannot be listed", e.getCause());
            }
            roots.sort(null);
            return roots;
        }

        /** The root among them that a file lies in. */
        private Optional<Path> rootOf(Path file) {
            if (!file.startsWith(folder) || file.equals(folder)) {
                return Optional.empty();
            }
            Path root = folder.resolve(folder.relativize(file).getName(0)).resolve(below);
            return file.startsWith(root) ? Optional.of(root) : Optional.empty();
        }
    }

    /**
     * Several local repositories, some of them in folders that may come to be.
     *
     * @param roots folders in the order of precedence
     * @param shelves what comes after them
     */
    public LocalRepositories(List<Path> roots, List<Shelf> shelves) {
        Set<Path> distinct = new LinkedHashSet<>();
        for (Path root : roots) {
            distinct.add(root.toAbsolutePath().normalize());
        }
        this.roots = List.copyOf(distinct);
        this.shelves = List.copyOf(shelves);
    }

    /** The file of a layout path in the first local repository that has it. */
    public Optional<Path> find(String layoutPath) {
        for (Path root : roots) {
            Path file = root.resolve(layoutPath);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        for (Shelf shelf : shelves) {
            for (Path root : shelf.roots()) {
                Path file = root.resolve(layoutPath);
                if (Files.isRegularFile(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The files of a layout path in all local repositories that have it, in the order of precedence: which of them Maven takes
     * depends on the remote repositories of whoever asks.
     */
    public List<Path> findAll(String layoutPath) {
        List<Path> files = new ArrayList<>();
        List<Path> all = roots;
        if (!shelves.isEmpty()) {
            all = new ArrayList<>(roots);
            for (Shelf shelf : shelves) {
                all.addAll(shelf.roots());
            }
        }
        for (Path root : all) {
            Path file = root.resolve(layoutPath);
            if (Files.isRegularFile(file)) {
                files.add(file);
            }
        }
        return files;
    }

    /**
     * The files of folders to which something was downloaded at some time or later, as far as they were downloaded, and what Tycho
     * wrote there since.
     *
     * @throws IOException when a local repository cannot be listed, or what Maven noted there cannot be read
     */
    public List<Path> downloadedSince(Instant time) throws IOException {
        // File systems keep whole seconds, some of them.
        FileTime since = FileTime.from(time.truncatedTo(ChronoUnit.SECONDS));
        List<Path> files = new ArrayList<>();
        Set<Path> all = new LinkedHashSet<>(roots);
        for (Shelf shelf : shelves) {
            all.addAll(shelf.roots());
        }
        for (Path root : all) {
            if (Files.isDirectory(root)) {
                Files.walkFileTree(root, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        if (file.endsWith(TRACKING_FILE)
                                && attributes.lastModifiedTime().compareTo(since) >= 0) {
                            addDownloads(file.getParent(), files);
                        } else if (isOfTycho(root.relativize(file))
                                && attributes.lastModifiedTime().compareTo(since) >= 0) {
                            files.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE; // Silent: another build's temporary file.
                        }
                        throw e;
                    }
                });
            }
        }
        files.sort(null);
        return files;
    }

    /** Not its notes on what it took. */
    private static boolean isOfTycho(Path path) {
        String layoutPath = path.toString().replace('\\', '/');
        return LockPath.isOfTycho(layoutPath) && !layoutPath.endsWith(TYCHO_NOTES);
    }

    private static void addDownloads(Path folder, List<Path> files) throws IOException {
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
            for (Path file : listed) {
                for (String origin : originsOf(file)) {
                    if (!origin.isEmpty() && Files.isRegularFile(file)) {
                        files.add(file);
                        break;
                    }
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** The layout path of a file; empty for a file that lies in none of the local repositories. */
    public Optional<String> pathOf(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path deepest = null;
        for (Path root : roots) {
            boolean within = absolute.startsWith(root);
            if (within && (deepest == null || root.getNameCount() > deepest.getNameCount())) {
                deepest = root;
            }
        }
        for (Shelf shelf : shelves) {
            Path root = shelf.rootOf(absolute).orElse(deepest);
            deepest = deepest == null || root.getNameCount() > deepest.getNameCount() ? root : deepest;
        }
        return deepest == null
                ? Optional.empty()
                : Optional.of(deepest.relativize(absolute).toString().replace('\\', '/'));
    }

    /**
     * The id of the repository that a file was downloaded from, for messages.
     *
     * @return empty when Maven noted none, or noted a local installation, or what it noted cannot be read
     */
    public static Optional<String> originOf(Path file) {
        try {
            return originsOf(file).stream().filter(id -> !id.isEmpty()).findFirst();
        } catch (IOException e) {
            return Optional.empty(); // Silent: for messages alone, which say then that it is not known.
        }
    }

    /**
     * Tells whether a file was put in place by {@code mvn install} on this machine rather than downloaded. What cannot be read
     * does not say so.
     */
    public static boolean isLocallyInstalled(Path file) {
        try {
            return originsOf(file).contains("");
        } catch (IOException e) {
            return false; // Silent: a file that is none of ours is compared with the lock.
        }
    }

    /**
     * The noted repository ids, sorted; a local installation is the empty id. Empty where nothing was noted.
     *
     * @throws IOException when something was noted that cannot be read; the message is for the user
     */
    public static List<String> originsOf(Path file) throws IOException {
        return originsIn(file.getParent()).getOrDefault(file.getFileName().toString(), List.of());
    }

    /**
     * The same for all files of a folder, by their names; without those of which nothing was noted.
     *
     * @throws IOException when something was noted that cannot be read; the message is for the user
     */
    static Map<String, List<String>> originsIn(Path folder) throws IOException {
        byte[] notes;
        try (InputStream in = Files.newInputStream(folder.resolve(TRACKING_FILE))) {
            notes = in.readNBytes(MAX_TRACKING_BYTES + 1);
        } catch (NoSuchFileException e) {
            return Map.of(); // Silent: nothing was noted.
        } catch (IOException e) {
            throw new IOException(TRACKING_FILE + " beside it cannot be read", e);
        }
        if (notes.length > MAX_TRACKING_BYTES) {
            throw new IOException(TRACKING_FILE + " beside it is larger than " + MAX_TRACKING_BYTES + " bytes");
        }
        // The format of java.util.Properties escapes nothing that occurs in file names and ids.
        Map<String, List<String>> ids = new HashMap<>();
        String text = new String(notes, StandardCharsets.UTF_8);
        for (int start = 0; start < text.length(); ) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            String line = text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
            int name = line.indexOf('>');
            if (name > 0 && line.endsWith("=")) {
                String file = line.substring(0, name);
                List<String> known = ids.get(file);
                if (known == null) {
                    known = new ArrayList<>();
                    ids.put(file, known);
                }
                known.add(line.substring(name + 1, line.length() - 1));
            }
            start = end + 1;
        }
        for (List<String> each : ids.values()) {
            each.sort(null);
        }
        return ids;
    }
}
