package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Git ignores in one folder and below: its {@code .gitignore} first, then its parents'. The user's global excludes do
 * not count, or two machines would see two repositories. Matched here, not by JGit, whose time for a hostile pattern has no
 * bound.
 *
 * @see <a href="https://git-scm.com/docs/gitignore">gitignore</a>
 */
final class IgnoreRules {

    /** The most bytes of one file that are read; what follows ignores nothing. */
    private static final int LIMIT = 1 << 20;

    private static final IgnoreRules NONE = new IgnoreRules(List.of(), "", null);

    private final List<IgnorePattern> patterns;
    private final String folder;
    private final IgnoreRules parent;

    private IgnoreRules(List<IgnorePattern> patterns, String folder, IgnoreRules parent) {
        this.patterns = patterns;
        this.folder = folder;
        this.parent = parent;
    }

    /** The rules of a folder that is not under Git: nothing is ignored. */
    static IgnoreRules none() {
        return NONE;
    }

    static IgnoreRules ofRoot(Path root, GitFolder git) {
        IgnoreRules excludes = new IgnoreRules(read(git.excludes()), "", null);
        return new IgnoreRules(read(root.resolve(".gitignore")), "", excludes);
    }

    /** The rules of a folder below this one; the path is relative to the root. */
    IgnoreRules within(Path child, String path) {
        List<IgnorePattern> own = read(child.resolve(".gitignore"));
        return own.isEmpty() ? this : new IgnoreRules(own, path + "/", this);
    }

    /** Whether Git ignores that path, relative to the root, if it is not tracked and its folder is not ignored. */
    boolean ignores(String path, boolean isFolder) {
        for (IgnoreRules rules = this; rules != null; rules = rules.parent) {
            String relative = path.substring(rules.folder.length());
            for (int i = rules.patterns.size() - 1; i >= 0; i--) {
                if (rules.patterns.get(i).matches(relative, isFolder)) {
                    return !rules.patterns.get(i).isNegative();
                }
            }
        }
        return false;
    }

    private static List<IgnorePattern> read(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return parse(new String(in.readNBytes(LIMIT), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // An unreadable .gitignore ignores nothing: looking at too much is the safe side.
            return List.of();
        }
    }

    private static List<IgnorePattern> parse(String text) {
        List<IgnorePattern> patterns = new ArrayList<>();
        String rest = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String line : rest.split("\n", -1)) {
            Optional<IgnorePattern> pattern =
                    IgnorePattern.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            if (pattern.isPresent()) {
                patterns.add(pattern.get());
            }
        }
        return List.copyOf(patterns);
    }
}
