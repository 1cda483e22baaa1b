package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.text.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A read-only view of a repository: its files are listed once, and each is read and decoded once, as long as all texts
 * together are not too many to be kept. Thread-safe.
 */
public final class Repository {

    /** Begins the sentence about what {@link #leftOut(Collection, Pattern)} answers. */
    public static final String SPARSE = "the checkout is sparse, and leaves out ";

    /** How many characters of texts are kept. A text beyond is kept as long as somebody uses it, and read again by the next. */
    private static final int KEPT = 32 << 20;

    /** So many paths are kept of which it was asked whether a file is there. */
    private static final int ASKED = 50_000;

    private final FileTree tree;
    private final Optional<RepositorySlug> slug;
    private final ConcurrentMap<String, Boolean> areFiles = new ConcurrentHashMap<>();
    /** Texts, references to texts, and why there is none. */
    private final ConcurrentMap<String, Object> read = new ConcurrentHashMap<>();

    private final AtomicLong kept = new AtomicLong();
    /** What was worked out of the repository, by the class of the result. */
    private final ConcurrentMap<Class<?>, Object> known = new ConcurrentHashMap<>();

    private SortedSet<String> files;
    private Optional<List<TrackedFile>> tracked;

    /**
     * A view of those files.
     *
     * @param slug the repository's own name on its forge, where it is known
     */
    public Repository(FileTree tree, Optional<RepositorySlug> slug) {
        this.tree = tree;
        this.slug = slug;
    }

    /** The same with other texts in some of its files. */
    public Repository with(Map<String, String> texts) {
        return new Repository(new EditedTree(tree, texts), slug);
    }

    /** The repository's own name on its forge; empty when unknown. */
    public Optional<RepositorySlug> slug() {
        return slug;
    }

    /**
     * The paths of the repository's own files, sorted.
     *
     * @throws UncheckedIOException when the checkout cannot be listed
     */
    public synchronized SortedSet<String> files() {
        if (files == null) {
            try {
                files = tree.files();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /**
     * The paths of the regular files directly in a folder, sorted, those that Git ignores included; empty when there is no
     * such folder. Cheaper than {@link #files()}, which walks the checkout.
     *
     * @param folder relative path, empty for the root
     * @throws UncheckedIOException when the folder cannot be listed
     */
    public SortedSet<String> filesIn(String folder) {
        try {
            return tree.filesIn(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The regular files that Git tracks, sorted; empty where there is no Git, and where it tracks none.
     *
     * @throws UncheckedIOException when the index cannot be read
     */
    public synchronized Optional<List<TrackedFile>> tracked() {
        try {
            if (tracked == null) {
                tracked = tree.tracked();
            }
            return tracked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The first bytes of a tracked file, fewer when it is shorter; empty when it is not in the checkout.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public Optional<byte[]> head(String path, int length) {
        try {
            return Optional.of(tree.head(path, length));
        } catch (NoSuchFileException e) {
            // Silent: that it is not there is what the answer says.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The SHA-256 of a file's bytes, in lower-case hexadecimal; empty when it cannot be read, or is larger than the limit.
     *
     * @param limit the most bytes to read
     */
    public Optional<String> sha256(String path, int limit) {
        try {
            return Optional.of(Digests.hex(tree.read(path, limit)));
        } catch (IOException e) {
            // Silent: the answer says that nobody knows it, and not that there is no such file.
            return Optional.empty();
        }
    }

    /** What is to be known of the repository as a whole, worked out when first asked for and kept for every check after. */
    public <T> T known(Class<T> kind, Supplier<T> work) {
        return kind.cast(known.computeIfAbsent(kind, unknown -> work.get()));
    }

    /** The Git folder of the checkout; absent where there is none. */
    public GitFolder git() {
        return tree.git();
    }

    /** What of the checkout could not be listed, in sentences for the user; empty until {@link #files()} was asked. */
    public List<String> notes() {
        return tree.notes();
    }

    /** What Git tracks and a sparse checkout leaves out, {@linkplain FileTree#leftOut() as it is listed}. */
    public List<String> leftOut() {
        return tree.leftOut();
    }

    /**
     * Where a file may be that is not in the checkout because the checkout is sparse: whoever looks for it cannot say that
     * there is none.
     *
     * @param folders where it would lie, empty for the root
     * @param name its name
     * @return its path, or a folder's, with a slash at the end, of whose files none is known
     */
    public Optional<String> leftOut(Collection<String> folders, Pattern name) {
        for (String path : leftOut()) {
            int slash = path.lastIndexOf('/');
            String folder = path.substring(0, Math.max(0, slash));
            if (slash == path.length() - 1) {
                for (String place : folders) {
                    if ((place + "/").startsWith(path)) {
                        return Optional.of(path);
                    }
                }
            } else if (folders.contains(folder)
                    && name.matcher(path.substring(slash + 1)).matches()
                    && !isFile(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** Whether a regular file is there; the disk is asked once. */
    public boolean isFile(String path) {
        Boolean known = areFiles.get(path);
        if (known == null) {
            known = tree.isFile(path);
            if (areFiles.size() < ASKED) {
                areFiles.put(path, known);
            }
        }
        return known;
    }

    /** Whether anything is at that path: a file, a folder, or a link wherever it leads. */
    public boolean exists(String path) {
        return tree.exists(path);
    }

    /**
     * A file's text.
     *
     * @throws UnreadableFileException when it is missing, too large or not UTF-8
     */
    public SourceFile read(String path) throws UnreadableFileException {
        while (true) {
            Object known = read.compute(path, this::loaded);
            Object result = known instanceof WeakReference<?> reference ? reference.get() : known;
            if (result instanceof SourceFile file) {
                return file;
            }
            if (result instanceof UnreadableFileException refusal) {
                throw refusal;
            }
        }
    }

    /** What is known of a file, which is read unless it is known well enough. */
    private Object loaded(String path, Object known) {
        if (known instanceof WeakReference<?> reference ? reference.get() != null : known != null) {
            return known;
        }
        Object result = load(path);
        boolean beyond =
                result instanceof SourceFile file && kept.addAndGet(file.text().length()) > KEPT;
        return beyond ? new WeakReference<>(result) : result;
    }

    private Object load(String path) {
        try {
            return SourceFile.decode(path, tree.read(path, FileTree.FILE_LIMIT));
        } catch (UnreadableFileException e) {
            return e;
        } catch (NoSuchFileException e) {
            return new UnreadableFileException(place(path), "no such file in the repository");
        } catch (IOException e) {
            String reason = e.getMessage() != null && e.getMessage().startsWith("larger than")
                    ? e.getMessage()
                    : "cannot be read";
            return new UnreadableFileException(place(path), reason);
        }
    }

    /** An absolute path, which a file may name, is not a place in the repository. */
    private static Location place(String path) {
        return path.startsWith("/") ? Location.ofRepository() : Location.ofFile(path);
    }
}
