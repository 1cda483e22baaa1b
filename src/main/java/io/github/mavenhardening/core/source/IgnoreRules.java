package io.github.mavenhardening.core.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * What Git ignores in one folder and below: its {@code .gitignore} first, then its parents'. The user's global excludes do
 * not count, or two machines would see two repositories.
 *
 * @see <a href="https://git-scm.com/docs/gitignore">gitignore</a>
 */
final class IgnoreRules {

    private static final int LIMIT = 1 << 20;

    private final IgnoreNode node;
    private final String folder;
    private final IgnoreRules parent;

    private IgnoreRules(IgnoreNode node, String folder, IgnoreRules parent) {
        this.node = node;
        this.folder = folder;
        this.parent = parent;
    }

    static IgnoreRules none() {
        return new IgnoreRules(new IgnoreNode(), "", null);
    }

    static IgnoreRules ofRoot(Path root, GitFolder git) {
        IgnoreRules excludes = new IgnoreRules(read(git.excludes()), "", null);
        return new IgnoreRules(read(root.resolve(".gitignore")), "", excludes);
    }

    /** The rules of a folder below this one; the path is relative to the root. */
    IgnoreRules within(Path child, String path) {
        Path file = child.resolve(".gitignore");
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? new IgnoreRules(read(file), path + "/", this)
                : this;
    }

    /** Whether Git ignores that path, relative to the root, if it is not tracked and its folder is not ignored. */
    boolean ignores(String path, boolean isFolder) {
        for (IgnoreRules rules = this; rules != null; rules = rules.parent) {
            Boolean ignored = rules.node.checkIgnored(path.substring(rules.folder.length()), isFolder);
            if (ignored != null) {
                return ignored;
            }
        }
        return false;
    }

    private static IgnoreNode read(Path file) {
        IgnoreNode node = new IgnoreNode();
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try (InputStream in = Files.newInputStream(file)) {
                node.parse(new ByteArrayInputStream(in.readNBytes(LIMIT)));
            } catch (IOException e) {
                // An unreadable .gitignore ignores nothing: looking at too much is the safe side.
                return new IgnoreNode();
            }
        }
        return node;
    }
}
