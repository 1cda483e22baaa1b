package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The ignore rules of Git for one directory and below: its {@code .gitignore} first, then its parents'. The user's global
 * excludes do not count, or two machines would see two repositories. Matched here, not by JGit, whose time for a hostile
 * pattern has no bound.
 *
 * @see <a href="https://git-scm.com/docs/gitignore">gitignore</a>
 */
final class IgnoreRules {

    private static final String FILE = ".gitignore";

    /** A file of more bytes ignores nothing: of half of it nobody could tell what the other half takes back. */
    private static final int LIMIT = 1 << 20;

    /**
     * How much the patterns that speak of one path may cost together, in characters; a file whose patterns would cost more
     * ignores nothing. The longest lists in use have some hundreds of patterns that count here.
     */
    static final int WEIGHT_LIMIT = 8192;

    /** What a file costs whatever stands in it. */
    private static final int WEIGHT_OF_FILE = 16;

    private final IgnoreList patterns;
    private final String folder;
    private final IgnoreRules parent;
    private final int weight;
    /** Files that ignore nothing because they are too large or cost too much; one set for all folders. */
    private final SortedSet<String> leftOut;

    private IgnoreRules(IgnoreList patterns, String folder, IgnoreRules parent, int weight, SortedSet<String> leftOut) {
        this.patterns = patterns;
        this.folder = folder;
        this.parent = parent;
        this.weight = weight;
        this.leftOut = leftOut;
    }

    /** The rules of a folder that is not under Git: nothing is ignored. */
    static IgnoreRules none() {
        return new IgnoreRules(IgnoreList.of(""), "", null, 0, new TreeSet<>());
    }

    static IgnoreRules ofRoot(Path root, GitFolder git) {
        return none().with(git.excludes(), ".git/info/exclude", "").with(root.resolve(FILE), FILE, "");
    }

    /** The rules of a folder below this one; the path is relative to the root. */
    IgnoreRules within(Path child, String path) {
        return with(child.resolve(FILE), path + '/' + FILE, path + '/');
    }

    private IgnoreRules with(Path file, String name, String itsFolder) {
        Optional<IgnoreList> own = read(file);
        if (own.isPresent() && own.get().isEmpty()) {
            return this;
        }
        int sum = own.isPresent() ? weight + WEIGHT_OF_FILE + own.get().weight() : 0;
        if (own.isEmpty() || sum > WEIGHT_LIMIT) {
            // Silent: the walk notes what is kept here.
            leftOut.add(name);
            return this;
        }
        return new IgnoreRules(own.get(), itsFolder, this, sum, leftOut);
    }

    /** The files, as far as they were met, that ignore nothing because they are too large or cost too much. */
    SortedSet<String> leftOut() {
        return leftOut;
    }

    /** Whether Git ignores that path, relative to the root, if it is not tracked and its folder is not ignored. */
    boolean ignores(String path, boolean isFolder) {
        for (IgnoreRules rules = this; rules != null; rules = rules.parent) {
            Optional<IgnorePattern> decides = rules.patterns.decides(path.substring(rules.folder.length()), isFolder);
            if (decides.isPresent()) {
                return !decides.get().isNegative();
            }
        }
        return false;
    }

    /** The patterns of a file, none where there is no such file; empty when it is too large. */
    private static Optional<IgnoreList> read(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(IgnoreList.of(""));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            return bytes.length > LIMIT
                    ? Optional.empty()
                    : Optional.of(IgnoreList.of(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            // Silent: Git, too, goes on without a file that it cannot open, and looks at more.
            return Optional.of(IgnoreList.of(""));
        }
    }
}
